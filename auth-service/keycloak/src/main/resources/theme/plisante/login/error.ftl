<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("errorTitle")}
  <#elseif section = "form">
    <div class="notice error" role="alert"><p>${kcSanitize(message.summary)?no_esc}</p></div>
    <p>${msg("plisanteErrorNext")}</p>
    <#-- Without a client in the address, the product's own door is the way out. -->
    <#if !(skipLink??)>
      <p><a class="button primary" id="backToApplication" href="${(client.baseUrl)!'/'}">${msg("plisanteBackToStart")}</a></p>
    </#if>
    <#if traceId??><p class="hint">${msg("traceIdSupportMessage", traceId)}</p></#if>
  </#if>
</@layout.registrationLayout>
