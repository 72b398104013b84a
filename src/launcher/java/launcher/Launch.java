package launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds Marsad, then runs the command that was asked for. Started from source by {@code ./marsad} where the build is
 * stale, so it uses nothing but the JDK.
 */
public final class Launch {
    private Launch() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("marsad.home"));
        String command = args[0];
        try {
            var build = new Build(home, Tools.find(home));
            if (command.equals("test")) {
                System.exit(build.test(List.of(args).subList(1, args.length)));
            }
            if (command.equals("bench")) {
                System.exit(build.bench(List.of(args).subList(1, args.length)));
            }
            build.app(command.equals("up") || command.equals("build"));
            if (command.equals("build")) {
                return;
            }
        } catch (CannotBuild e) {
            System.err.println("marsad: " + e.getMessage());
            System.exit(1);
        }
        var java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dmarsad.home=" + home,
                "-jar",
                home.resolve("target/app/marsad.jar").toString()));
        java.addAll(List.of(args));
        System.exit(Children.run(new ProcessBuilder(java).inheritIO()));
    }
}
