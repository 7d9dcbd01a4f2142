<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("pageExpiredTitle")}
  <#elseif section = "form">
    <p>${msg("plisantePageExpired")}</p>
    <p><a id="loginContinueLink" class="button primary" href="${url.loginAction}">${msg("plisantePageContinue")}</a></p>
    <p><a id="loginRestartLink" href="${url.loginRestartFlowUrl}">${msg("plisantePageRestart")}</a></p>
  </#if>
</@layout.registrationLayout>
