package io.patchbay.catalog.manifest;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.InstallerType;
import java.net.URI;
import java.util.Locale;

/** What to call an installer's file: the last part of its address, or the application's identifier where that is no name. */
final class InstallerFileName {

    private static final int LONGEST = 100;

    private InstallerFileName() {}

    static String of(URI url, AppId app, InstallerType type) {
        var path = url.getPath() == null ? "" : url.getPath();
        var name = path.substring(path.lastIndexOf('/') + 1)
                .replaceAll("[^A-Za-z0-9._+()-]", "_")
                .replaceFirst("^[^A-Za-z0-9]+", "");
        var usable = name.length() <= LONGEST && name.matches("[A-Za-z0-9].*\\.[A-Za-z0-9]{2,10}");
        return usable ? name : app.value().replaceAll("[^A-Za-z0-9._+()-]", "_") + "." + extension(type);
    }

    private static String extension(InstallerType type) {
        return switch (type) {
            case MSI, WIX -> "msi";
            case EXE, INNO, NULLSOFT, BURN, PORTABLE -> "exe";
            case MSIX, APPX, ZIP -> type.name().toLowerCase(Locale.ROOT);
            case FONT -> "ttf";
            case PWA -> "msix";
        };
    }
}
