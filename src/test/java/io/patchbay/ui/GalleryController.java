package io.patchbay.ui;

import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.problem.RefusedException;
import io.patchbay.platform.problem.TooManyRequestsException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows every fragment in every state, and fails in every way. */
@Controller
@Profile("gallery")
class GalleryController {

    record Form(
            @NotBlank(message = "Enter the company's name.") String name,

            @NotBlank(message = "Enter an address.") @Email(message = "That is not an e-mail address.")
            String email,

            @NotBlank(message = "Choose a country.") String country,
            String note,

            @AssertTrue(message = "Accept the terms to go on.")
            boolean terms) {}

    @ModelAttribute("countries")
    Map<String, String> countries() {
        var countries = new LinkedHashMap<String, String>();
        countries.put("", "Choose…");
        countries.put("DE", "Germany");
        countries.put("NL", "Netherlands");
        return countries;
    }

    @ModelAttribute("at")
    Instant at() {
        return Instant.parse("2026-11-23T09:41:00Z");
    }

    @GetMapping("/gallery")
    String gallery() {
        return "gallery/gallery";
    }

    @GetMapping("/gallery/{page}")
    String page(@PathVariable String page, Model model) {
        model.addAttribute("form", new Form("", "", "", "", false));
        return switch (page) {
            case "events" -> "gallery/events";
            case "environments" -> "gallery/environments";
            case "catalog" -> "gallery/catalog";
            case "company" -> "gallery/form";
            case "bare" -> "gallery/bare";
            case "waiting" -> {
                model.addAttribute("refreshSeconds", 3);
                yield "gallery/bare";
            }
            case "piece" -> "gallery/gallery :: piece";
            default -> throw new NotFoundException();
        };
    }

    @PostMapping("/gallery/company")
    String save(@Valid @ModelAttribute("form") Form form, BindingResult result, RedirectAttributes redirect) {
        if (result.hasErrors()) {
            return "gallery/form";
        }
        Toasts.success(redirect, form.name() + " updated");
        Toasts.failure(redirect, "The invitation was not sent");
        return "redirect:/gallery/events";
    }

    @GetMapping("/gallery/fail/{how}")
    String fail(@PathVariable String how) throws Exception {
        throw switch (how) {
            case "not-found" -> new NotFoundException();
            case "refused" -> new RefusedException("gallery.refused", "Security Reader");
            case "invalid" -> new InvalidRequestException("gallery.invalid");
            case "conflict" -> new ConflictException("gallery.conflict", "Contoso");
            case "too-many" -> new TooManyRequestsException(Duration.ofMillis(29_100));
            case "stale" -> new ObjectOptimisticLockingFailureException(String.class, "secret id");
            case "io" -> new IOException("secret file");
            default -> new IllegalStateException("secret state");
        };
    }

    @GetMapping("/gallery/number")
    @ResponseBody
    String number(@RequestParam int page, @RequestParam(defaultValue = "") String text) {
        return page + text;
    }

    @GetMapping("/gallery/range")
    @ResponseBody
    String range(@RequestParam @Max(100) int size) {
        return "" + size;
    }

    @GetMapping("/gallery/strict")
    @ResponseBody
    String strict(@Valid @ModelAttribute Form form) {
        return form.name();
    }

    @PostMapping(path = "/gallery/only/json", consumes = "application/json", produces = "application/json")
    @ResponseBody
    String json(@RequestBody Map<String, Object> body) {
        return body.toString();
    }

    @GetMapping(path = "/gallery/only/csv", produces = "text/csv")
    @ResponseBody
    String csv() {
        return "a;b";
    }

    @GetMapping("/gallery/template")
    String template() {
        return "gallery/broken";
    }
}
