package io.patchbay.support.web;

import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.ForStaff;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.access.StaffRole;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.support.bundle.SupportBundle;
import io.patchbay.support.bundle.SupportBundle.Contents;
import io.patchbay.support.grant.SupportGrant.GrantedAccess;
import io.patchbay.support.session.SupportSessions;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Support bundles: made by the customer himself, or by support as far as it is let in. */
@Controller
class BundleController {

    private static final int LONGEST = 365;

    private final SupportBundle bundle;
    private final SupportSessions sessions;

    BundleController(SupportBundle bundle, SupportSessions sessions) {
        this.bundle = bundle;
        this.sessions = sessions;
    }

    @PostMapping("/settings/company/support/bundle")
    @Requires(Capability.VIEW_EVENTS)
    void own(@RequestParam("days") int days, HttpServletResponse response) throws IOException {
        var contents = contents(days, Current.may(Capability.VIEW_ENVIRONMENTS));
        bundle.begin(contents);
        bundle.write(contents, zip(response).getOutputStream());
    }

    @PostMapping("/support/companies/{id}/bundle")
    @ForStaff(StaffRole.SUPPORT)
    void granted(@PathVariable("id") UUID id, @RequestParam("days") int days, HttpServletResponse response)
            throws IOException {
        var company = new CompanyId(id);
        var connections = sessions.of(company)
                .grant()
                .filter(grant -> grant.access().covers(GrantedAccess.READ_ONLY))
                .isPresent();
        var contents = contents(days, connections);
        sessions.look(company, GrantedAccess.EVENT_LOG, "a support bundle", () -> {
            bundle.begin(contents);
            return contents;
        });
        Current.asStaff(company, () -> {
            bundle.write(contents, zip(response).getOutputStream());
            return contents;
        });
    }

    private static Contents contents(int days, boolean connections) {
        if (days < 1 || days > LONGEST) {
            throw new InvalidRequestException("problem.parameter", "days");
        }
        return new Contents(days, connections);
    }

    private static HttpServletResponse zip(HttpServletResponse response) {
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"patchbay-support.zip\"");
        return response;
    }
}
