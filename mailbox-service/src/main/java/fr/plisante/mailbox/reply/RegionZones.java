package fr.plisante.mailbox.reply;

import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The time zone of each region's clocks, for dates in a quotation. */
@ConfigurationProperties("plisante.regions")
record RegionZones(
        Map<String, ZoneId> zones,
        @DefaultValue("Europe/Paris") ZoneId otherwise) {

    RegionZones {
        zones = zones == null ? Map.of() : Map.copyOf(zones);
    }

    ZoneId of(String regionId) {
        return zones.getOrDefault(regionId, otherwise);
    }
}
