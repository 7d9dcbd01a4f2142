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
      body, .page { background: palette(paper.dark) !important; }
      .text { color: palette(ink.dark) !important; }
      .quiet { color: palette(quiet.dark) !important; }
      .sheet { background: palette(surface.dark) !important; border-color: palette(line.dark) !important; }
      .button { background: palette(accent.dark) !important; color: palette(on-accent.dark) !important; }
      .address { color: palette(accent.dark) !important; }
    }
  </style>
</head>
<body style="margin:0;padding:0;background:palette(paper)">
  <div class="page" style="padding:24px 12px;background:palette(paper)">
    <div class="text" style="max-width:560px;margin:0 auto;font:16px/1.5 Segoe UI,Arial,sans-serif;color:palette(ink)">
      <p style="margin:0;padding:0 4px 12px;font-weight:600">Plisanté</p>
      <div class="sheet" style="padding:24px;background:palette(surface);border:1px solid palette(line);border-radius:8px">
        <p style="margin:0 0 16px">${text}</p>
        <p style="margin:0 0 16px"><a class="button" href="${link}" style="display:inline-block;padding:12px 24px;border-radius:8px;background:palette(accent);color:palette(on-accent);font-weight:600;text-decoration:none">${button}</a></p>
        <p class="quiet" style="margin:0 0 16px;font-size:14px;color:palette(quiet)">${msg("plisanteLinkBelow")}<br><a class="address" href="${link}" style="color:palette(accent);word-break:break-all">${link}</a></p>
        <p class="quiet" style="margin:0 0 12px;font-size:14px;color:palette(quiet)">${msg("plisanteValid", validity)}</p>
        <p class="quiet" style="margin:0;font-size:14px;color:palette(quiet)">${msg("plisanteNotYou")}</p>
      </div>
      <p class="quiet" style="margin:0;padding:12px 4px;font-size:14px;color:palette(quiet)">${msg("plisanteMailFooter")}</p>
    </div>
  </div>
</body>
</html>
</#macro>
<#-- Pages of Keycloak's base that we did not restyle call this one. -->
<#macro emailLayout><html lang="${locale.language}"><body><#nested></body></html></#macro>
