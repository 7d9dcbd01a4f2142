<#ftl output_format="plainText">
${msg("plisanteVerifyText")}

${msg("plisanteVerifyButton")}${(locale.language == "fr")?then(" ", "")}:
${link}

${msg("plisanteValid", linkExpirationFormatter(linkExpiration))}

${msg("plisanteNotYou")}

--
${msg("plisanteMailFooter")}
