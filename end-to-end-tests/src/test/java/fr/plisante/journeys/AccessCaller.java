package fr.plisante.journeys;

/** Who asks: the columns of {@code access.txt} from left to right. */
enum AccessCaller {
    /** Past the gateway, with nothing. */
    NOBODY,
    /** Past the gateway, with a token that is none of ours, or no longer. */
    FORGER,
    /** Past the gateway, a person who gave a password but no code. */
    PASSWORD_ONLY,
    /** Past the gateway, a person to whom nothing here belongs. */
    STRANGER,
    /** Past the gateway, a machine without the scope. */
    MACHINE,
    /** Past the gateway, the person to whom everything here belongs. */
    OWNER,
    /** Through the gateway, without a session. */
    VISITOR
}
