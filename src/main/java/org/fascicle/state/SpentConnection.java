package org.fascicle.state;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;

/**
 * Takes a connection out of use after what the disk would not take. SQLite has rolled back by itself then, and its driver does not
 * notice: all that follows on that connection would be written at once and reported as failed.
 */
public final class SpentConnection implements SQLExceptionOverride {
    private static final Set<SQLiteErrorCode> ROLLED_BACK = Set.of(
            SQLiteErrorCode.SQLITE_IOERR,
            SQLiteErrorCode.SQLITE_FULL,
            SQLiteErrorCode.SQLITE_NOMEM,
            SQLiteErrorCode.SQLITE_CANTOPEN,
            SQLiteErrorCode.SQLITE_CORRUPT);

    @java.lang.Override
    public Override adjudicate(SQLException failed) {
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(failed.getErrorCode() & 0xFF);
        return ROLLED_BACK.contains(code) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
