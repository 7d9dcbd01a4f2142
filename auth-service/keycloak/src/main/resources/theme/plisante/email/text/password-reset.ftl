<#ftl output_format="plainText">
${msg("plisanteResetText")}

${msg("plisanteResetButton")}${(locale.language == "fr")?then(" ", "")}:
${link}

${msg("plisanteValid", linkExpirationFormatter(linkExpiration))}

${msg("plisanteNotYou")}

--
${msg("plisanteMailFooter")}
