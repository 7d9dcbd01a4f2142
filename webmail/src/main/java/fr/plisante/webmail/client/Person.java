package fr.plisante.webmail.client;

import org.jspecify.annotations.Nullable;

/** A name, which may be missing, and an address. */
public record Person(@Nullable String name, String address) {

    /** What to call them. */
    public String called() {
        return name == null || name.isBlank() ? address : name;
    }

    /** Whether there is a name to show above the address. */
    public boolean named() {
        return name != null && !name.isBlank() && !name.equals(address);
    }
}
