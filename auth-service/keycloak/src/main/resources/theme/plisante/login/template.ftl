<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!DOCTYPE html>
<html lang="${lang}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex, nofollow">
  <meta name="color-scheme" content="light dark">
  <meta name="theme-color" media="(prefers-color-scheme: light)" content="palette(paper)">
  <meta name="theme-color" media="(prefers-color-scheme: dark)" content="palette(paper.dark)">
  <title><#nested "header"> · Plisanté</title>
  <link rel="icon" href="${url.resourcesPath}/img/plisante.svg" type="image/svg+xml">
  <link rel="stylesheet" href="${url.resourcesPath}/css/plisante.css">
  <script type="module" src="${url.resourcesPath}/js/plisante.js"></script>
<#-- No end tag for head, which HTML allows: Keycloak would put an inline script before it, and our policy forbids those. plisante.js does its work. -->
<body data-page="${pageId!''}"<#if url?? && url.ssoLoginInOtherTabsUrl?has_content> data-signed-in-elsewhere="${url.ssoLoginInOtherTabsUrl}"</#if><#if authenticationSession??> data-auth-session="${authenticationSession.authSessionIdHash}"</#if>>
  <a class="skip" href="#main">${msg("plisanteSkip")}</a>
  <header class="top">
    <div class="brand">
      <img src="${url.resourcesPath}/img/plisante.svg" alt="" width="36" height="36">
      <span class="name">Plisanté</span>
    </div>
    <#if realm.internationalizationEnabled && locale?? && locale.supported?size gt 1>
      <nav class="languages" aria-label="${msg("languages")}">
        <ul>
          <#list locale.supported?sort_by("languageTag")?reverse as l>
            <li><a href="${l.url}" lang="${l.languageTag}" hreflang="${l.languageTag}"<#if l.languageTag == locale.currentLanguageTag> aria-current="true"</#if>>${l.label}</a></li>
          </#list>
        </ul>
      </nav>
    </#if>
  </header>
  <main id="main" tabindex="-1">
    <p class="promise">${msg("plisantePromise")}</p>
    <section class="card ${bodyClass}" aria-labelledby="title">
      <h1 id="title"><#nested "header"></h1>
      <#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
        <div class="notice ${message.type}" role="<#if message.type == 'error'>alert<#else>status</#if>"><p>${kcSanitize(message.summary)?no_esc}</p></div>
      </#if>
      <#nested "form">
      <#if displayInfo><div class="info"><#nested "info"></div></#if>
      <#nested "socialProviders">
    </section>
  </main>
  <footer>
    <p>${msg("plisanteFooter")}</p>
  </footer>
</body>
</html>
</#macro>
