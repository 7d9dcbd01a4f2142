<#import "template.ftl" as layout>
<@layout.letter text=msg("plisanteResetText") button=msg("plisanteResetButton") link=link validity=linkExpirationFormatter(linkExpiration)/>
