<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg(endedTitle)}
  <#elseif section = "form">
    <#if (client.baseUrl)?has_content><p><a class="button primary" href="${client.baseUrl}">${msg("plisanteBackToStart")}</a></p></#if>
  </#if>
</@layout.registrationLayout>
