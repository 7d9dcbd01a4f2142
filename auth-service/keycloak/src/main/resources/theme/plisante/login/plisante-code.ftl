<#import "template.ftl" as layout>
<#assign wrong = messagesPerField.existsError('code')>
<@layout.registrationLayout displayMessage=!wrong; section>
  <#if section = "header">
    ${msg("plisanteCodeTitle")}
  <#elseif section = "form">
    <#if codeSent>
      <p id="sent">${msg("plisanteCodeSent", codeEmail)}</p>
      <form action="${url.loginAction}" method="post" data-once>
        <div class="field">
          <label for="code">${msg("plisanteCodeLabel")}</label>
          <input id="code" class="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="32" required autofocus
            spellcheck="false" autocapitalize="off" <#if wrong>aria-invalid="true"</#if> aria-describedby="<#if wrong>code-error </#if><#if !(codeSpent??)>code-time</#if>" data-code>
          <#if wrong><p id="code-error" class="error" role="alert">${kcSanitize(messagesPerField.get('code'))?no_esc}</p></#if>
          <#if !(codeSpent??)>
            <p id="code-time" class="hint" data-seconds="${codeExpiresIn?c}" data-left="${msg("plisanteTimeLeft")}" data-over="${msg("plisanteTimeOver")}">
              <#if codeExpiresIn gt 0>${msg("plisanteMinutesLeft", codeMinutesLeft)}<#else>${msg("plisanteTimeOver")}</#if>
            </p>
          </#if>
        </div>
        <button class="primary" type="submit" id="kc-login">${msg("plisanteCodeSubmit")}</button>
      </form>
    </#if>
    <form class="resend" action="${url.loginAction}" method="post" data-once>
      <#if codeSent>
        <p>${msg("plisanteCodeNotReceived")}</p>
        <button class="secondary" type="submit" name="resend" value="true" data-wait="${codeResendIn?c}" data-label="${msg("plisanteResend")}" data-waiting="${msg("plisanteResendIn")}">${msg("plisanteResend")}</button>
      <#else>
        <button class="primary" type="submit" name="retry" value="true">${msg("plisanteRetry")}</button>
      </#if>
    </form>
    <p class="aside"><a href="${url.loginRestartFlowUrl}">${msg("plisanteOtherAccount")}</a></p>
    <details class="aside">
      <summary>${msg("doForgotPassword")}</summary>
      <p>${msg("plisanteCodeHelp")}</p>
    </details>
  </#if>
</@layout.registrationLayout>
