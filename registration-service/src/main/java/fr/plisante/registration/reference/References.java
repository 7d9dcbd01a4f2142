package fr.plisante.registration.reference;

import fr.plisante.events.Professional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The reference lists, read once from the resources. */
@Component
public class References {

    /** A region of this operator. */
    public record Region(String regionId, ZoneId timeZone, String name) {}

    /**
     * A profession of TRE_G15.
     *
     * @param domainLabel how it is written in an address
     * @param personal whether it may hold a PER mailbox (JDV_J71)
     */
    public record Profession(String code, String domainLabel, boolean personal, String name) {}

    /** A speciality of TRE_R38, exercised within one profession. */
    public record Speciality(String code, String professionCode, String name) {}

    private final Map<String, Region> regions =
            rows("regions").collect(byKey(row -> new Region(row[0], ZoneId.of(row[1]), row[2]), Region::regionId));
    private final Map<String, Profession> professions = rows("professions")
            .collect(byKey(row -> new Profession(row[0], row[1], row[2].equals("yes"), row[3]), Profession::code));
    private final Map<String, Speciality> specialities =
            rows("specialities").collect(byKey(row -> new Speciality(row[0], row[1], row[2]), Speciality::code));

    public Optional<Region> region(@Nullable String regionId) {
        return find(regions, regionId);
    }

    public Optional<Profession> profession(@Nullable String code) {
        return find(professions, code);
    }

    public Optional<Speciality> speciality(@Nullable String code) {
        return find(specialities, code);
    }

    /** The codes of a profession and a speciality with their names. */
    public Professional professional(@Nullable String professionCode, @Nullable String specialityCode) {
        return new Professional(
                professionCode,
                profession(professionCode).map(Profession::name).orElse(null),
                specialityCode,
                speciality(specialityCode).map(Speciality::name).orElse(null));
    }

    private static <T> Optional<T> find(Map<String, T> list, @Nullable String key) {
        return key == null ? Optional.empty() : Optional.ofNullable(list.get(key));
    }

    private static <T> Collector<String[], ?, Map<String, T>> byKey(
            Function<String[], T> read, Function<T, String> key) {
        return Collectors.mapping(read, Collectors.toUnmodifiableMap(key, Function.identity()));
    }

    private static Stream<String[]> rows(String name) {
        try (InputStream file = References.class.getResourceAsStream("/reference/" + name + ".csv")) {
            if (file == null) {
                throw new IllegalStateException("The reference list " + name + " is not in this jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
