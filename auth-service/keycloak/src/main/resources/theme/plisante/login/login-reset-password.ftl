<#import "template.ftl" as layout>
<#assign refused = messagesPerField.existsError('username')>
<@layout.registrationLayout displayMessage=!refused; section>
  <#if section = "header">
    ${msg("emailForgotTitle")}
  <#elseif section = "form">
    <p>${msg("emailInstruction")}</p>
    <form action="${url.loginAction}" method="post" data-once>
      <div class="field">
        <label for="username">${msg("plisanteEmail")}</label>
        <input id="username" name="username" type="email" inputmode="email" autocomplete="username" required autofocus spellcheck="false" autocapitalize="off"
          value="${(auth.attemptedUsername!'')}" <#if refused>aria-invalid="true" aria-describedby="username-error"</#if>>
        <#if refused><p id="username-error" class="error" role="alert">${kcSanitize(messagesPerField.get('username'))?no_esc}</p></#if>
      </div>
      <button class="primary" type="submit">${msg("plisanteSendLink")}</button>
      <p class="aside"><a href="${url.loginUrl}">${msg("backToLogin")}</a></p>
    </form>
  </#if>
</@layout.registrationLayout>
