package io.patchbay.notification.quote;

import io.patchbay.platform.job.JobQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QuoteJobs {

    @Bean
    QuoteMailJob quoteDeskJob(QuoteMail mail, JobQueue queue) {
        return new QuoteMailJob(QuoteLetter.DESK, mail, queue);
    }

    @Bean
    QuoteMailJob quoteReceiptJob(QuoteMail mail, JobQueue queue) {
        return new QuoteMailJob(QuoteLetter.RECEIPT, mail, queue);
    }

    @Bean
    QuoteMailJob quoteReplyJob(QuoteMail mail, JobQueue queue) {
        return new QuoteMailJob(QuoteLetter.REPLY, mail, queue);
    }
}
