package io.patchbay.monitoring.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** How Microsoft answered this instance since it started, by the counters that Prometheus reads, too. */
@Component
class MicrosoftCalls {

    private static final String TIMER = "http.client.requests";
    private static final String THROTTLED = "429";

    private final MeterRegistry meters;

    MicrosoftCalls(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * Calls of one host.
     *
     * @param failed answers of 500 and above, and none at all
     * @param throttled answers that told us to wait
     */
    public record Calls(String host, long all, long failed, long throttled) {

        Calls plus(String status, String outcome, long count) {
            var fails = "SERVER_ERROR".equals(outcome) || "UNKNOWN".equals(outcome);
            return new Calls(
                    host,
                    all + count,
                    failed + (fails ? count : 0),
                    throttled + (THROTTLED.equals(status) ? count : 0));
        }
    }

    List<Calls> byHost() {
        Map<String, Calls> hosts = new TreeMap<>();
        for (var timer : meters.find(TIMER).timers()) {
            var host = tag(timer, "client.name");
            hosts.put(
                    host,
                    hosts.getOrDefault(host, new Calls(host, 0, 0, 0))
                            .plus(tag(timer, "status"), tag(timer, "outcome"), timer.count()));
        }
        return List.copyOf(hosts.values());
    }

    private static String tag(Timer timer, String name) {
        var value = timer.getId().getTag(name);
        return value == null ? "" : value;
    }
}
