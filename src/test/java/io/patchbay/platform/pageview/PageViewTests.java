package io.patchbay.platform.pageview;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a page remembers of what it read. */
@PortalTest
class PageViewTests {

    private final AtomicInteger reads = new AtomicInteger();

    private int asked() {
        return PageView.once(PageViewTests.class, reads::incrementAndGet);
    }

    private int askedIn(CompanyId company) {
        return Current.as(company, Actor.Machine.PATCHBAY, this::asked);
    }

    @Test
    void nobodyIsAnsweredWithWhatWasReadForAnotherCompany() {
        var contoso = new CompanyId(UUID.randomUUID());
        var fabrikam = new CompanyId(UUID.randomUUID());
        PageView.during(() -> {
            assertThat(askedIn(contoso)).isEqualTo(1);
            assertThat(askedIn(fabrikam)).isEqualTo(2);
            assertThat(askedIn(contoso)).isEqualTo(1);
            assertThat(asked()).isEqualTo(3);
            return reads;
        });
    }

    @Test
    void aPageThatChangesSomethingReadsAnew(Portal portal) {
        var writing = new TransactionTemplate(portal.bean(PlatformTransactionManager.class));
        var reading = new TransactionTemplate(portal.bean(PlatformTransactionManager.class));
        reading.setReadOnly(true);
        PageView.during(() -> {
            assertThat(asked()).isEqualTo(1);
            reading.executeWithoutResult(status -> {});
            assertThat(asked()).isEqualTo(1);
            writing.executeWithoutResult(status -> {});
            assertThat(asked()).isEqualTo(2);
            return reads;
        });
    }

    @Test
    void outsideOfAPageNothingIsRemembered() {
        assertThat(asked()).isEqualTo(1);
        assertThat(asked()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUEST", "ERROR"})
    void nothingOutlivesItsRequest(DispatcherType dispatch) throws ServletException, IOException {
        var request = new MockHttpServletRequest();
        request.setDispatcherType(dispatch);
        new EarlyEnd().doFilter(request, new MockHttpServletResponse(), (asked, answered) -> PageView.open());
        assertThat(PageView.isOpen()).isFalse();
    }
}
