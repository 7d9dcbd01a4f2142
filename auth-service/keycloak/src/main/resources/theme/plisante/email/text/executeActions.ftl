<#ftl output_format="plainText">
${msg("plisanteActionsText")}

${msg("plisanteActionsButton")}${(locale.language == "fr")?then(" ", "")}:
${link}

${msg("plisanteValid", linkExpirationFormatter(linkExpiration))}

${msg("plisanteNotYou")}

--
${msg("plisanteMailFooter")}
