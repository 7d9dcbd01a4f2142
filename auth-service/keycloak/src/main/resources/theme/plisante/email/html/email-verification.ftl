<#import "template.ftl" as layout>
<@layout.letter text=msg("plisanteVerifyText") button=msg("plisanteVerifyButton") link=link validity=linkExpirationFormatter(linkExpiration)/>
