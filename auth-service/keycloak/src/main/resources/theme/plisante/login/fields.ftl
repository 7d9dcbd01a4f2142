<#-- A password field with its label, hint, error and a button that shows what was typed. -->
<#macro password id label autocomplete invalid=false error="" describedBy="" hint="" autofocus=false>
  <div class="field">
    <label for="${id}">${label}</label>
    <#if hint?has_content><div id="${id}-hint" class="hint">${hint?no_esc}</div></#if>
    <div class="with-button">
      <input id="${id}" name="${id}" type="password" autocomplete="${autocomplete}" required spellcheck="false" autocapitalize="off"
        <#if autofocus>autofocus</#if>
        <#if invalid>aria-invalid="true"</#if>
        <#local described = ((error?has_content)?then(id + "-error ", "") + (hint?has_content)?then(id + "-hint ", "") + describedBy)?trim>
        <#if described?has_content>aria-describedby="${described}"</#if>>
      <button type="button" class="quiet" data-show="${id}" aria-pressed="false" aria-label="${msg("plisanteShowPassword", label)}" hidden>${msg("plisanteShow")}</button>
    </div>
    <#if error?has_content><p id="${id}-error" class="error" role="alert">${kcSanitize(error)?no_esc}</p></#if>
  </div>
</#macro>
