package io.patchbay.account.settings;

import java.time.ZoneId;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The IANA time zones to choose from. */
@Component
public class TimeZones {

    /** Areas of the IANA database; what is beside them are old names and bare offsets. */
    private static final Set<String> AREAS = Set.of(
            "Africa",
            "America",
            "Antarctica",
            "Arctic",
            "Asia",
            "Atlantic",
            "Australia",
            "Europe",
            "Indian",
            "Pacific");

    private final TreeMap<String, List<String>> byArea = ZoneId.getAvailableZoneIds().stream()
            .filter(name -> name.contains("/") && AREAS.contains(area(name)))
            .sorted()
            .collect(Collectors.groupingBy(TimeZones::area, TreeMap::new, Collectors.toList()));

    private static String area(String name) {
        return name.substring(0, name.indexOf('/'));
    }

    /** Their names by area, in alphabetical order. */
    public SequencedMap<String, List<String>> byArea() {
        return byArea;
    }

    /** Whether it is one of them, or UTC. */
    public boolean has(String name) {
        return "UTC".equals(name) || byArea.values().stream().anyMatch(names -> names.contains(name));
    }
}
