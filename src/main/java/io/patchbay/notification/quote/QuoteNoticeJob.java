package io.patchbay.notification.quote;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.licensing.QuoteAdministration;
import io.patchbay.licensing.QuoteView;
import io.patchbay.notification.inbox.Notices;
import io.patchbay.notification.notice.NewNotice;
import io.patchbay.notification.notice.NoticeKind;
import io.patchbay.platform.job.DurableJob;
import io.patchbay.platform.job.JobQueue;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The durable job that puts what became of a quote into the inbox of its company, which is not the one that answered it. */
@Component
class QuoteNoticeJob extends DurableJob {

    private static final Actor ACTOR = Actor.Machine.PATCHBAY;

    private final QuoteAdministration quotes;
    private final Notices notices;
    private final Environments environments;
    private final MessageSourceAccessor messages;
    private final Clock clock;
    private final TransactionTemplate transaction;

    QuoteNoticeJob(
            QuoteAdministration quotes,
            Notices notices,
            Environments environments,
            MessageSourceAccessor messages,
            Clock clock,
            TransactionTemplate transaction,
            JobQueue queue) {
        super("tell-quote", ACTOR, queue);
        this.quotes = quotes;
        this.notices = notices;
        this.environments = environments;
        this.messages = messages;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    protected Optional<Duration> run(UUID id) {
        var quote = quotes.get(id);
        if (quote.company() != null) {
            Current.as(new CompanyId(quote.company()), ACTOR, () -> {
                transaction.executeWithoutResult(status -> tell(quote));
                return id;
            });
        }
        return Optional.empty();
    }

    private void tell(QuoteView quote) {
        var kind = NoticeKind.valueOf("QUOTE_" + quote.status());
        var arguments = new Object[] {
            quote.reference(),
            quote.planName(),
            quote.devices(),
            quote.email(),
            Objects.requireNonNullElse(quote.answer(), "")
        };
        environments.all().stream()
                .filter(EnvironmentView::connected)
                .forEach(environment -> notices.tell(new NewNotice(
                        kind,
                        environment.id(),
                        messages.getMessage("notice." + kind + ".title", arguments),
                        messages.getMessage("notice." + kind + ".body", arguments),
                        "/settings/quotes/" + quote.id(),
                        clock.instant())));
    }
}
