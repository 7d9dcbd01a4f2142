package fr.plisante.samples;

import tools.jackson.databind.JsonNode;

/**
 * One synthetic person.
 *
 * @param role what the person is, in French, for a table
 * @param address secure address, which registration-service gives to this person on an empty platform
 * @param account the request that makes the account
 */
public record SamplePerson(String role, String password, String address, JsonNode account) {

    /** Ordinary address, which is also the name to sign in with. */
    public String email() {
        return text("email");
    }

    public String givenName() {
        return text("givenName");
    }

    public String familyName() {
        return text("familyName");
    }

    public String name() {
        return givenName() + " " + familyName();
    }

    public String regionId() {
        return text("regionId");
    }

    public boolean administrator() {
        return !account.get("roles").isEmpty();
    }

    private String text(String field) {
        return account.get(field).asString();
    }
}
