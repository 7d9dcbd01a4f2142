package fr.plisante.webmail.layout;

import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What differs between regions.
 *
 * @param zones time zone of each region
 * @param defaultZone where a region has none
 */
@ConfigurationProperties("plisante.pages")
record TimeZoneSettings(Map<String, ZoneId> zones, ZoneId defaultZone) {

    ZoneId zone(String regionId) {
        return zones.getOrDefault(regionId, defaultZone);
    }
}
