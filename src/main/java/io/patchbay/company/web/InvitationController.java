package io.patchbay.company.web;

import io.patchbay.company.ChosenCompany;
import io.patchbay.company.invitation.InvitationAcceptance;
import io.patchbay.platform.access.SignedIn;
import io.patchbay.platform.pageview.InOwnTransactions;
import io.patchbay.platform.tenancy.Person;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the link of an invitation leads, once somebody signed in. */
@Controller
@RequestMapping("/invitations/{token}")
class InvitationController {

    private final InvitationAcceptance invitations;

    InvitationController(InvitationAcceptance invitations) {
        this.invitations = invitations;
    }

    @GetMapping
    @SignedIn
    @InOwnTransactions("looks into the company that invites")
    String offer(@PathVariable("token") String token, Person person, HttpServletResponse response, Model model) {
        var offer = invitations.offer(token);
        if (offer.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "company/invitation-gone";
        }
        model.addAttribute("offer", offer.get());
        model.addAttribute("token", token);
        model.addAttribute("person", person);
        return "company/invitation";
    }

    @PostMapping
    @SignedIn
    String accept(@PathVariable("token") String token, Person person, HttpSession session) {
        ChosenCompany.choose(session, invitations.accept(token, person));
        return "redirect:/overview";
    }
}
