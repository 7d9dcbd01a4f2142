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
</head>
<body style="margin:0;padding:0">
  <div style="max-width:480px;margin:0 auto;padding:24px 16px;font:16px/1.5 Arial,Helvetica,sans-serif">
    <p style="margin:0 0 24px;font-size:20px;font-weight:bold">Plisanté</p>
    <p style="margin:0 0 24px">${text}</p>
    <p style="margin:0 0 24px"><a href="${link}" style="display:inline-block;padding:12px 24px;border-radius:8px;background:#0b5c6b;color:#ffffff;font-weight:bold;text-decoration:none">${button}</a></p>
    <p style="margin:0 0 16px">${msg("plisanteValid", validity)}</p>
    <p style="margin:0 0 24px">${msg("plisanteNotYou")}</p>
    <p style="margin:0 0 4px;font-size:14px">${msg("plisanteLinkBelow")}</p>
    <p style="margin:0 0 24px;font-size:14px;word-break:break-all"><a href="${link}">${link}</a></p>
    <hr style="border:0;border-top:1px solid #a3adb8;margin:0 0 16px">
    <p style="margin:0;font-size:14px">${msg("plisanteMailFooter")}</p>
  </div>
</body>
</html>
</#macro>
<#-- Pages of Keycloak's base that we did not restyle call this one. -->
<#macro emailLayout><html lang="${locale.language}"><body><#nested></body></html></#macro>
