package io.patchbay.monitoring.figure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.patchbay.microsoft.identity.Credential;
import io.patchbay.monitoring.figure.Figures.Figure;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Gauges {@code patchbay.…} over the figures. They are read from the database when somebody asks, at most once in ten seconds;
 * a label is there from the time on at which something has it.
 */
@Component
class FigureMeters implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FigureMeters.class);
    private static final long FRESH = Duration.ofSeconds(10).toNanos();
    private static final String ROOT = "patchbay.";

    private final Figures figures;
    private final Credential credential;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, Gauge> known = new ConcurrentHashMap<>();

    private Map<String, Long> numbers = Map.of();
    private long readAt = System.nanoTime() - FRESH;

    FigureMeters(Figures figures, Credential credential, MeterRegistry meters, Clock clock) {
        this.figures = figures;
        this.credential = credential;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Gauge.builder(ROOT + "figures", this, meter -> meter.read().size())
                .description("How many figures were read from the database; 0 where it is away")
                .register(meters);
        credential
                .expires()
                .ifPresent(end -> Gauge.builder(
                                ROOT + "credential.expires",
                                clock,
                                time -> Duration.between(time.instant(), end).toSeconds())
                        .baseUnit("seconds")
                        .description("Until the credential of the app registration expires")
                        .register(meters));
    }

    private synchronized Map<String, Long> read() {
        if (System.nanoTime() - readAt >= FRESH) {
            readAt = System.nanoTime();
            try {
                var read = figures.read();
                numbers = read.stream().collect(Collectors.toMap(FigureMeters::key, Figure::number));
                register(read);
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("The figures for monitoring can't be read: {}", e.getMessage());
                numbers = Map.of();
            }
        }
        return numbers;
    }

    private void register(List<Figure> read) {
        read.forEach(figure -> known.computeIfAbsent(key(figure), key -> {
            var gauge = Gauge.builder(ROOT + figure.name(), this, meter -> meter.number(key));
            if (!figure.label().isEmpty()) {
                gauge.tag("state", figure.label());
            }
            return gauge.register(meters);
        }));
    }

    /** Nothing has that label any more, or nobody knows. */
    private double number(String key) {
        var current = read();
        return current.isEmpty() ? Double.NaN : current.getOrDefault(key, 0L);
    }

    private static String key(Figure figure) {
        return figure.name() + "|" + figure.label();
    }
}
