package io.patchbay.deployment.publishing;

import io.patchbay.catalog.ExitCode.ExitMeaning;
import io.patchbay.catalog.Installer;
import io.patchbay.microsoft.intune.ReturnCode;
import io.patchbay.microsoft.intune.ReturnCode.Meaning;
import java.util.LinkedHashMap;
import java.util.List;

/** What Intune is told of the numbers with which an installer ends. */
public final class ReturnCodes {

    private ReturnCodes() {}

    /** The usual ones and those of the manifest, which knows better where both explain a number. */
    public static List<ReturnCode> of(Installer installer) {
        var codes = new LinkedHashMap<Integer, Meaning>();
        ReturnCode.USUAL.forEach(one -> codes.put(one.code(), one.meaning()));
        installer.successCodes().stream().sorted().forEach(code -> codes.put(code, Meaning.SUCCESS));
        installer.exitCodes().forEach(one -> codes.put(one.code(), meaning(one.meaning())));
        return codes.entrySet().stream()
                .map(one -> new ReturnCode(one.getKey(), one.getValue()))
                .toList();
    }

    private static Meaning meaning(ExitMeaning meaning) {
        return switch (meaning) {
            case SUCCESS -> Meaning.SUCCESS;
            case RESTART_TO_FINISH -> Meaning.SOFT_REBOOT;
            case RESTART_INITIATED -> Meaning.HARD_REBOOT;
            case TRY_AGAIN -> Meaning.RETRY;
            case FAILURE -> Meaning.FAILED;
        };
    }
}
