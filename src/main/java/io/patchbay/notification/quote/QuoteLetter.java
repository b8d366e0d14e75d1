package io.patchbay.notification.quote;

/** The e-mails of a quote; what they say stands in the messages under {@code quote.mail.<NAME>}. */
enum QuoteLetter {
    /** To the sales desk: somebody wants a quote. */
    DESK("mail-quote-desk"),
    /** To who asked: it arrived. */
    RECEIPT("mail-quote-receipt"),
    /** To who asked: a license, or why not. */
    REPLY("mail-quote-reply");

    private final String job;

    QuoteLetter(String job) {
        this.job = job;
    }

    /** The durable job that sends it; each has its own, so that one that fails repeats no other. */
    String job() {
        return job;
    }
}
