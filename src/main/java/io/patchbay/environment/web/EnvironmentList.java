package io.patchbay.environment.web;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.EnvironmentView.ConnectionView;
import io.patchbay.licensing.LicenseView;
import io.patchbay.platform.jdbc.NumberedPages;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;

/**
 * Which environments are shown, and in which order. Every page of the portal reads all of them for its banners and navigation, so
 * they are chosen from what is there already and not read a second time.
 *
 * @param text part of the name of an environment or its tenant; empty for any
 * @param status null for any
 * @param sort null for the oldest first
 */
public record EnvironmentList(
        String text,
        @Nullable EnvironmentStatus status,
        @Nullable EnvironmentSort sort,
        boolean descending) {

    private static final int FEW = 3;

    /** What people look for. */
    public enum EnvironmentStatus {
        CONNECTED,
        ATTENTION,
        NOT_CONNECTED;

        private boolean is(EnvironmentView environment) {
            var connection = environment.connection();
            return switch (this) {
                case CONNECTED -> connection != null && connection.health().healthy();
                case ATTENTION -> connection != null && !connection.health().healthy();
                case NOT_CONNECTED -> connection == null;
            };
        }
    }

    /** By what they are sorted; the names of the columns. */
    public enum EnvironmentSort {
        NAME,
        TENANT,
        HEALTH,
        LICENSE,
        EXPIRATION,
        CHECKED
    }

    /** Whether nothing is sought. */
    boolean everything() {
        return text.isEmpty() && status == null;
    }

    /** Whether there are so few that each has a card of its own. */
    boolean asCards(List<EnvironmentView> all) {
        return everything() && all.size() <= FEW;
    }

    /** A page of them. */
    Page<EnvironmentView> page(List<EnvironmentView> all, Map<EnvironmentId, LicenseView> licenses, int number) {
        var found = all.stream().filter(one -> one.speaksOf(text)).filter(one -> status == null || status.is(one));
        return NumberedPages.of(
                sort == null
                        ? found.toList()
                        : found.sorted(order(sort, licenses)).toList(),
                number);
    }

    private Comparator<EnvironmentView> order(EnvironmentSort by, Map<EnvironmentId, LicenseView> licenses) {
        return switch (by) {
            case NAME -> ordered(one -> one.name().toLowerCase(Locale.ROOT));
            case TENANT -> ofConnection(it -> it.tenantName().toLowerCase(Locale.ROOT));
            case HEALTH -> ofConnection(it -> it.health().kind());
            case CHECKED -> ofConnection(ConnectionView::checkedAt);
            case LICENSE -> ofLicense(licenses, LicenseView::plan);
            case EXPIRATION -> ofLicense(licenses, LicenseView::lastDay);
        };
    }

    private <T extends Comparable<? super T>> Comparator<EnvironmentView> ofConnection(
            Function<ConnectionView, T> key) {
        return ordered(one -> one.connection() == null ? null : key.apply(one.connection()));
    }

    private <T extends Comparable<? super T>> Comparator<EnvironmentView> ofLicense(
            Map<EnvironmentId, LicenseView> licenses, Function<LicenseView, @Nullable T> key) {
        return ordered(one -> {
            var license = licenses.get(one.id());
            return license == null ? null : key.apply(license);
        });
    }

    /** What has none of it stands last either way. */
    private <T extends Comparable<? super T>> Comparator<EnvironmentView> ordered(
            Function<EnvironmentView, @Nullable T> key) {
        return comparing(key, nullsLast(descending ? Comparator.<T>reverseOrder() : Comparator.<T>naturalOrder()));
    }
}
