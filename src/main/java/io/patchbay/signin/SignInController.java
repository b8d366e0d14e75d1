package io.patchbay.signin;

import io.patchbay.platform.access.OpenToAll;
import io.patchbay.platform.access.StaffRole;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.tenancy.Current;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages before and after being signed in. */
@Controller
class SignInController {

    @GetMapping("/")
    @OpenToAll
    String home() {
        if (Current.scope().isEmpty()) {
            return "redirect:/sign-in";
        }
        if (Current.companyIfAny().isEmpty() && Current.is(StaffRole.SALES)) {
            return "redirect:/staff/quotes";
        }
        if (Current.companyIfAny().isEmpty() && Current.is(StaffRole.SUPPORT)) {
            return "redirect:/support";
        }
        if (Current.companyIfAny().isEmpty() && Current.is(StaffRole.OPERATOR)) {
            return "redirect:/operator";
        }
        return "redirect:/overview";
    }

    @GetMapping("/sign-in")
    @OpenToAll
    String signIn(@RequestParam(name = "problem", required = false) @Nullable String problem, Model model) {
        if (problem != null) {
            model.addAttribute("problem", known(problem));
        }
        return "signin/sign-in";
    }

    private static String known(String problem) {
        return Arrays.stream(SignInProblem.values())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .filter(problem::equals)
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException("signin.problemUnknown"));
    }

    @GetMapping("/signed-out")
    @OpenToAll
    String signedOut() {
        return "signin/signed-out";
    }
}
