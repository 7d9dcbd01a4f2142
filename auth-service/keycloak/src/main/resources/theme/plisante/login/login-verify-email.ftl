<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("emailVerifyTitle")}
  <#elseif section = "form">
    <p>${msg("plisanteVerifySent", (verifyEmail!user.email!''))}</p>
    <p><a class="button secondary" href="${url.loginAction}">${msg("plisanteVerifyAgain")}</a></p>
  </#if>
</@layout.registrationLayout>
