package io.patchbay.simulator.entra;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.Directory;
import io.patchbay.simulator.directory.Permission;
import io.patchbay.simulator.directory.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** Fills the pages of a sign-in. */
@SimulatorComponent
final class PageModels {
    private final Directory directory;

    PageModels(Directory directory) {
        this.directory = directory;
    }

    /** Fills the page of the sign-in's step, and names its template. */
    String fill(SignIn signIn, Model model, List<Person> accounts) {
        model.addAttribute("signIn", signIn.id());
        model.addAttribute("message", signIn.message());
        addPerson(signIn.person() == null ? signIn.candidate() : signIn.person(), model);
        return switch (signIn.step()) {
            case PICK -> {
                model.addAttribute(
                        "accounts", accounts.stream().map(PageModels::account).toList());
                yield "picker";
            }
            case USERNAME -> "username";
            case PASSWORD -> "password";
            case CONSENT -> consent(signIn, model);
            case APPROVAL -> {
                model.addAttribute(
                        "permissions",
                        signIn.isAdminConsent() ? applicationPermissions() : delegatedPermissions(signIn.scopes()));
                yield "approval";
            }
        };
    }

    private static String consent(SignIn signIn, Model model) {
        if (signIn.isAdminConsent()) {
            model.addAttribute("forOrganization", true);
            model.addAttribute("mayDecideForAll", false);
            model.addAttribute("permissions", applicationPermissions());
        } else {
            Person person = signIn.person();
            model.addAttribute("forOrganization", false);
            model.addAttribute("mayDecideForAll", person != null && person.mayConsentForOrganization());
            model.addAttribute("permissions", delegatedPermissions(signIn.scopes()));
        }
        return "consent";
    }

    private void addPerson(@Nullable Person person, Model model) {
        if (person != null) {
            model.addAttribute("person", account(person));
            model.addAttribute("organization", directory.tenant(person.tenant()).displayName());
        }
    }

    private static Map<String, String> account(Person person) {
        return Map.of(
                "id",
                person.id().toString(),
                "name",
                person.displayName(),
                "username",
                person.signInName(),
                "initial",
                person.displayName().substring(0, 1));
    }

    private static List<Map<String, String>> applicationPermissions() {
        return Arrays.stream(Permission.values())
                .map(permission -> entry(
                        permission.label(),
                        permission.description() + " This is the permission " + permission.value() + "."))
                .toList();
    }

    private static List<Map<String, String>> delegatedPermissions(Set<String> scopes) {
        List<Map<String, String>> permissions = new ArrayList<>();
        permissions.add(entry(
                "Sign you in and read your profile",
                "You can sign in to the app with your work account, and it can read your basic profile."));
        if (scopes.contains("offline_access")) {
            permissions.add(entry(
                    "Maintain access to data you have given it access to",
                    "The app can use what you have allowed while you are not using it."));
        }
        return permissions;
    }

    private static Map<String, String> entry(String label, String description) {
        return Map.of("label", label, "description", description);
    }
}
