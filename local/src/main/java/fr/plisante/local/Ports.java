package fr.plisante.local;

/** Every port of one platform, counted from a base; all are bound to loopback. */
public record Ports(int base) {

    public static final int USUAL_BASE = 8080;

    public Ports {
        if (base < 1024 || base > 65_500) {
            throw new IllegalArgumentException("the port base must lie between 1024 and 65500, not " + base);
        }
    }

    public int of(String component) {
        return base + offset(component);
    }

    private static int offset(String component) {
        return switch (component) {
            case "gateway" -> 0;
            case "keycloak" -> 1;
            case "webmail" -> 2;
            case "auth-service" -> 3;
            case "mailbox-service" -> 4;
            case "directory-service" -> 5;
            case "notification-service" -> 6;
            case "registration-service" -> 7;
            case "smtp-sink" -> 8;
            case "smtp" -> 9;
            case "kafka" -> 10;
            case "kafka-controller" -> 11;
            case "mongodb" -> 12;
            case "auth-service-2" -> 13;
            case "mailbox-service-2" -> 14;
            case "directory-service-2" -> 15;
            case "notification-service-2" -> 16;
            case "registration-service-2" -> 17;
            case "gateway-2" -> 18;
            case "webmail-2" -> 19;
            default -> throw new IllegalArgumentException("no component is called " + component);
        };
    }
}
