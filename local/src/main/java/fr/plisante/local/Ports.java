package fr.plisante.local;

import java.util.List;

/** Every port of one platform, counted from a base; all are bound to loopback. */
record Ports(int base) {

    static final int USUAL_BASE = 8080;

    private static final List<String> OFFSETS = List.of(
            "gateway",
            "keycloak",
            "webmail",
            "auth-service",
            "mailbox-service",
            "directory-service",
            "notification-service",
            "registration-service",
            "smtp-sink",
            "smtp",
            "kafka",
            "kafka-controller",
            "mongodb",
            "auth-service-2",
            "mailbox-service-2",
            "directory-service-2",
            "notification-service-2",
            "registration-service-2",
            "gateway-2",
            "webmail-2");

    Ports {
        if (base < 1024 || base > 65_500) {
            throw new IllegalArgumentException("the port base must lie between 1024 and 65500, not " + base);
        }
    }

    int of(String component) {
        var offset = OFFSETS.indexOf(component);
        if (offset < 0) {
            throw new IllegalArgumentException("no component is called " + component);
        }
        return base + offset;
    }
}
