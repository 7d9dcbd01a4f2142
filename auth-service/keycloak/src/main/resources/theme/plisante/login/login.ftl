<#import "template.ftl" as layout>
<#import "fields.ftl" as fields>
<#assign refused = messagesPerField.existsError('username','password')>
<@layout.registrationLayout displayMessage=!refused; section>
  <#if section = "header">
    ${msg("loginAccountTitle")}
  <#elseif section = "form">
    <form action="${url.loginAction}" method="post" data-once>
      <#if refused>
        <div id="refused" class="notice error" role="alert"><p>${kcSanitize(messagesPerField.getFirstError('username','password'))?no_esc}</p></div>
      </#if>
      <#if usernameHidden??>
        <p class="who">${(auth.attemptedUsername)!''} <a href="${url.loginRestartFlowUrl}">${msg("plisanteOtherAccount")}</a></p>
      <#else>
        <div class="field">
          <label for="username">${msg("plisanteEmail")}</label>
          <input id="username" name="username" type="email" inputmode="email" autocomplete="username" value="${(login.username!'')}" required
            spellcheck="false" autocapitalize="off" <#if !refused>autofocus</#if> <#if refused>aria-invalid="true" aria-describedby="refused"</#if>>
        </div>
      </#if>
      <@fields.password id="password" label=msg("password") autocomplete="current-password" invalid=refused describedBy=refused?then("refused", "") autofocus=(refused || usernameHidden??)/>
      <button class="primary" type="submit" name="login" id="kc-login">${msg("plisanteContinue")}</button>
      <p class="next">${msg("plisanteCodeComes")}</p>
      <#if realm.resetPasswordAllowed>
        <p class="aside"><a href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></p>
      </#if>
    </form>
  </#if>
</@layout.registrationLayout>
