<#-- Colours stand on the elements because mail clients drop style sheets; nothing is an image. -->
<#macro letter text button link validity>
<!DOCTYPE html>
<html lang="${locale.language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="supported-color-schemes" content="light dark">
  <title>Plisanté</title>
  <style>
    :root { color-scheme: light dark; }
    @media (prefers-color-scheme: dark) {
      body, .page { background: #14171a !important; }
      .text { color: #e9ecef !important; }
      .quiet { color: #a3adb8 !important; }
      .sheet { background: #1c2024 !important; border-color: #2c3238 !important; }
      .button { background: #5cc2d0 !important; color: #14171a !important; }
      .address { color: #5cc2d0 !important; }
    }
  </style>
</head>
<body style="margin:0;padding:0;background:#fbfaf7">
  <div class="page" style="padding:24px 12px;background:#fbfaf7">
    <div class="text" style="max-width:560px;margin:0 auto;font:16px/1.5 Segoe UI,Arial,sans-serif;color:#1b2430">
      <p style="margin:0;padding:0 4px 12px;font-weight:600">Plisanté</p>
      <div class="sheet" style="padding:24px;background:#ffffff;border:1px solid #e3e1da;border-radius:8px">
        <p style="margin:0 0 16px">${text}</p>
        <p style="margin:0 0 16px"><a class="button" href="${link}" style="display:inline-block;padding:12px 24px;border-radius:8px;background:#0b5c6b;color:#ffffff;font-weight:600;text-decoration:none">${button}</a></p>
        <p class="quiet" style="margin:0 0 16px;font-size:14px;color:#55606e">${msg("plisanteLinkBelow")}<br><a class="address" href="${link}" style="color:#0b5c6b;word-break:break-all">${link}</a></p>
        <p class="quiet" style="margin:0 0 12px;font-size:14px;color:#55606e">${msg("plisanteValid", validity)}</p>
        <p class="quiet" style="margin:0;font-size:14px;color:#55606e">${msg("plisanteNotYou")}</p>
      </div>
      <p class="quiet" style="margin:0;padding:12px 4px;font-size:14px;color:#55606e">${msg("plisanteMailFooter")}</p>
    </div>
  </div>
</body>
</html>
</#macro>
<#-- Pages of Keycloak's base that we did not restyle call this one. -->
<#macro emailLayout><html lang="${locale.language}"><body><#nested></body></html></#macro>
