<#import "template.ftl" as layout>
<@layout.letter text=msg("plisanteActionsText") button=msg("plisanteActionsButton") link=link validity=linkExpirationFormatter(linkExpiration)/>
