package io.patchbay.startup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.core.env.Environment;

/** Where the database is, and as whom it is used: by the portal, and by the migrations. */
record DatabaseSettings(Access portal, Access owner) {

    static final String PREFIX = "jdbc:postgresql:";
    private static final String CONNECT_SECONDS = "5";
    private static final String ANSWER_SECONDS = "10";

    static DatabaseSettings of(Environment environment) {
        var url = environment.getProperty(Setting.URL.property(), "");
        return new DatabaseSettings(
                new Access(
                        Setting.URL,
                        Setting.PASSWORD,
                        url,
                        environment.getProperty(Setting.USER.property(), ""),
                        environment.getProperty(Setting.PASSWORD.property(), "")),
                new Access(
                        Setting.OWNER_URL,
                        Setting.OWNER_PASSWORD,
                        environment.getProperty(Setting.OWNER_URL.property(), url),
                        environment.getProperty(Setting.OWNER.property(), ""),
                        environment.getProperty(Setting.OWNER_PASSWORD.property(), "")));
    }

    /** One way in. */
    record Access(Setting urlSetting, Setting passwordSetting, String url, String user, String password) {

        Connection connect() throws SQLException {
            var properties = new Properties();
            properties.setProperty("user", user);
            properties.setProperty("password", password);
            properties.setProperty("connectTimeout", CONNECT_SECONDS);
            properties.setProperty("loginTimeout", CONNECT_SECONDS);
            properties.setProperty("socketTimeout", ANSWER_SECONDS);
            properties.setProperty("ApplicationName", "patchbay-check");
            return DriverManager.getConnection(url, properties);
        }

        /** The address without its parameters, among which a password may be. */
        String address() {
            return url.replaceAll("\\?.*", "");
        }

        @Override
        public String toString() {
            return user + " at " + address();
        }
    }
}
