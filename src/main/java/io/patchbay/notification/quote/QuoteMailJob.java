package io.patchbay.notification.quote;

import io.patchbay.platform.job.DurableJob;
import io.patchbay.platform.job.JobQueue;
import io.patchbay.platform.tenancy.Actor;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The durable job that sends one kind of a quote's e-mails until the mail server takes it. */
class QuoteMailJob extends DurableJob {

    private final QuoteLetter letter;
    private final QuoteMail mail;

    QuoteMailJob(QuoteLetter letter, QuoteMail mail, JobQueue queue) {
        super(letter.job(), Actor.Machine.PATCHBAY, queue);
        this.letter = letter;
        this.mail = mail;
    }

    @Override
    protected Optional<Duration> run(UUID quote) {
        return mail.send(letter, quote);
    }
}
