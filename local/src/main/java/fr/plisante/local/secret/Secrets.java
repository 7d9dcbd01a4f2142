package fr.plisante.local.secret;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Client secrets, the temporary Keycloak administrator and the Tink keysets. */
public final class Secrets {

    private static final List<String> CLIENTS = List.of("gateway", "auth-service", "notification-service", "bootstrap");
    private static final String ADMIN_PASSWORD = "KEYCLOAK_ADMIN_PASSWORD";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final Properties values = new Properties();

    private Secrets(Path folder) {
        this.folder = folder;
    }

    /** Reads this folder's secrets and makes the ones that are missing. */
    public static Secrets in(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            var secrets = new Secrets(folder);
            secrets.load();
            Keysets.makeMissing(folder);
            return secrets;
        } catch (IOException e) {
            throw new UncheckedIOException("the secrets in " + folder + " cannot be read or made", e);
        }
    }

    public String client(String clientId) {
        return value(variable(clientId));
    }

    public String adminName() {
        return "plisante-local";
    }

    public String adminPassword() {
        return value(ADMIN_PASSWORD);
    }

    /** PLISANTE_CLIENT_SECRET_* for Keycloak, which fills them into the realm. */
    public Map<String, String> clientVariables() {
        var variables = new TreeMap<String, String>();
        CLIENTS.forEach(client -> variables.put(variable(client), client(client)));
        return variables;
    }

    public static String variable(String clientId) {
        return "PLISANTE_CLIENT_SECRET_" + clientId.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    public Path keyset() {
        return folder.resolve(Keysets.MAILBOX);
    }

    public Path sessionKey() {
        return folder.resolve(Keysets.SESSION);
    }

    public Path codePublicKeyset() {
        return folder.resolve(Keysets.CODE_PUBLIC);
    }

    public Path codeMacKeyset() {
        return folder.resolve(Keysets.CODE_MAC);
    }

    public Path codePrivateKeyset() {
        return folder.resolve(Keysets.CODE_PRIVATE);
    }

    private String value(String name) {
        var value = values.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("no such secret: " + name);
        }
        return value;
    }

    private void load() throws IOException {
        var file = folder.resolve("secrets.properties");
        if (Files.exists(file)) {
            values.load(new StringReader(Files.readString(file)));
        }
        var before = values.size();
        CLIENTS.forEach(client -> values.putIfAbsent(variable(client), madeUp()));
        values.putIfAbsent(ADMIN_PASSWORD, madeUp());
        if (values.size() > before) {
            var text = new StringBuilder();
            values.forEach(
                    (name, value) -> text.append(name).append('=').append(value).append('\n'));
            writePrivately(file, text.toString());
        }
    }

    private static String madeUp() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The file exists with mode 600 before anything secret is in it. */
    static void writePrivately(Path file, String text) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
        Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
}
