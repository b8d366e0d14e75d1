package io.patchbay.notification.quote;

import io.patchbay.licensing.QuoteStatusChanged;
import io.patchbay.licensing.QuoteView;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Wakes what tells of a quote, in the transaction that changes it. */
@Component
class QuoteListener {

    private final QuoteMailJob desk;
    private final QuoteMailJob receipt;
    private final QuoteMailJob reply;
    private final QuoteNoticeJob notice;

    QuoteListener(
            @Qualifier("quoteDeskJob") QuoteMailJob desk,
            @Qualifier("quoteReceiptJob") QuoteMailJob receipt,
            @Qualifier("quoteReplyJob") QuoteMailJob reply,
            QuoteNoticeJob notice) {
        this.desk = desk;
        this.receipt = receipt;
        this.reply = reply;
        this.notice = notice;
    }

    @EventListener
    void changed(QuoteStatusChanged event) {
        if (event.status() == QuoteView.QuoteStatus.REQUESTED) {
            desk.wake(event.quote());
            receipt.wake(event.quote());
        } else {
            reply.wake(event.quote());
        }
        notice.wake(event.quote());
    }
}
