<#import "template.ftl" as layout>
<#import "fields.ftl" as fields>
<#-- Keycloak says a broken rule for the whole page; it belongs beside the field. -->
<#assign broken = message?has_content && message.type == 'error' && !messagesPerField.existsError('password','password-confirm')>
<#assign refused = broken || messagesPerField.existsError('password','password-confirm')>
<#assign passwordError = broken?then(message.summary!'', messagesPerField.existsError('password')?then(messagesPerField.get('password'), ''))>
<#assign confirmError = messagesPerField.existsError('password-confirm')?then(messagesPerField.get('password-confirm'), '')>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("updatePasswordTitle")}
  <#elseif section = "form">
    <form action="${url.loginAction}" method="post" data-once>
      <input class="visually-hidden" type="text" name="username" autocomplete="username" readonly tabindex="-1" aria-hidden="true" value="${(auth.attemptedUsername)!''}">
      <#assign rules><ul><#list ["plisanteRuleLength", "plisanteRuleCase", "plisanteRuleDigit", "plisanteRuleSpecial", "plisanteRuleEmail"] as rule><li>${msg(rule)}</li></#list></ul></#assign>
      <@fields.password id="password-new" label=msg("passwordNew") autocomplete="new-password" invalid=passwordError?has_content error=passwordError hint=rules autofocus=true/>
      <@fields.password id="password-confirm" label=msg("passwordConfirm") autocomplete="new-password" invalid=confirmError?has_content error=confirmError/>
      <div class="check"><input type="checkbox" id="logout-sessions" name="logout-sessions" value="on" checked><label for="logout-sessions">${msg("logoutOtherSessions")}</label></div>
      <button class="primary" type="submit">${msg("plisanteSavePassword")}</button>
      <#if isAppInitiatedAction??><button class="secondary" type="submit" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button></#if>
    </form>
  </#if>
</@layout.registrationLayout>
