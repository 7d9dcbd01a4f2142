package fr.plisante.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By what a request is counted: short names of one size, whatever a stranger sends. */
final class Callers {

    private static final int IPV6_NETWORK_BYTES = 8;
    /** The cookie of a session: 256 bits in base64url. */
    private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9_-]{43}");
    /** A signed token (RFC 7519), no longer than Keycloak makes them. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private static final int LONGEST_TOKEN = 6_000;

    private Callers() {}

    /** The address; of IPv6 the network, for a household or a server has all of it. */
    static String address(HttpServletRequest request) {
        try {
            var address = InetAddress.ofLiteral(request.getRemoteAddr());
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(address.getAddress(), 0, IPV6_NETWORK_BYTES)
                    : address.getHostAddress();
        } catch (IllegalArgumentException _) {
            // What a load balancer names in a way of its own shares one count.
            return "unreadable";
        }
    }

    /**
     * The session or token, if it looks like one; whether it is one is known later, so its address counts as well. Where
     * several sessions are named each counts, so that nobody hides theirs behind another.
     */
    static Set<String> named(HttpServletRequest request) {
        var token = BearerTokens.of(request);
        if (token != null) {
            return token.length() <= LONGEST_TOKEN && TOKEN.matcher(token).matches() ? Set.of(digest(token)) : Set.of();
        }
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie ->
                        cookie.getName().equals("plisante") || cookie.getName().equals("__Host-plisante"))
                .filter(cookie -> SESSION.matcher(cookie.getValue()).matches())
                .map(cookie -> digest(cookie.getValue()))
                .collect(Collectors.toSet());
    }

    private static String digest(String value) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
