package fr.plisante.registration.reference;

/**
 * A profession of TRE_G15.
 *
 * @param domainLabel how it is written in an address
 * @param personal whether it may hold a PER mailbox (JDV_J71)
 */
public record Profession(String code, String domainLabel, boolean personal, String name) {}
