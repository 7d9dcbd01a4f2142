<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <#if messageHeader??>${kcSanitize(msg(messageHeader))?no_esc}<#elseif requiredActions??>${msg("plisanteActionsTitle")}<#else>${msg("plisanteInfoTitle")}</#if>
  <#elseif section = "form">
    <p>${kcSanitize(message.summary)?no_esc}</p>
    <#if requiredActions??>
      <ul><#list requiredActions as action><li>${msg("requiredAction." + action)}</li></#list></ul>
    </#if>
    <#if actionUri?has_content>
      <p><a class="button primary" href="${actionUri}">${msg("proceedWithAction")}</a></p>
    <#elseif pageRedirectUri?has_content>
      <p><a class="button primary" href="${pageRedirectUri}">${msg("backToApplication")}</a></p>
    <#elseif !(skipLink??) && (client.baseUrl)?has_content>
      <p><a class="button primary" href="${client.baseUrl}">${msg("backToApplication")}</a></p>
    </#if>
  </#if>
</@layout.registrationLayout>
