package fr.plisante.registration.reference;

/** A speciality of TRE_R38, exercised within one profession. */
public record Speciality(String code, String professionCode, String name) {}
