-- Assessment: the whole database, and its data dictionary.
--
-- One file runs unchanged on SQLite 3.35+ and PostgreSQL 15+ (docs/adr/0002). Rules of the dialect:
--   * Types: INTEGER, BIGINT, TEXT, BOOLEAN, DOUBLE PRECISION, DATE, TIMESTAMPTZ (UTC), BYTEA. SQLite keeps what it is given
--     under the names it does not know: dates as 'YYYY-MM-DD', times as 'YYYY-MM-DDTHH:MM:SS.ffffffZ', bytes as bytes.
--   * A table whose statement ends with the comment "clustered" is stored in key order: the migrator adds WITHOUT ROWID on SQLite.
--   * No triggers, serials or clock functions; numbers and times are made by the application.
--
-- Keys. Every table of agency data has a key that begins with agency_id; inside, *_no is a small integer counted per agency
-- (id_counter). Outside, things are named by *_id, a random UUID in lower-case "D" form. Tables without agency_id at the
-- front of their key are small reference tables that every agency shares.
-- Codes are lower-case words with hyphens, held by CHECK. JSON is canonical text (sorted keys, no blanks).
-- Points are whole ticks of 1/12,600 point. Money is whole US cents. Nothing here is computed except counts.
--
-- Privacy class of a column of agency data, in brackets (docs/privacy.md); a column without one may not be released:
--   [code] internal key or reference        [direct] identifies a person or agency; never released
--   [quasi] quasi-identifier                [insider] known to colleagues and supervisors
--   [sensitive] answers, scores, outcomes   [time] exact date or time; released only as a band of months
--   [text] free text; never released        [safe] may be released as it is

-- ---- Reference: the country, the Act, the waves

-- A State in the sense of 34 U.S.C. 10251(a)(2): the fifty States, the District of Columbia and the territories.
CREATE TABLE state (
    code    TEXT PRIMARY KEY,            -- USPS code, two capitals
    name    TEXT NOT NULL,               -- full name
    kind    TEXT NOT NULL CHECK (kind IN ('state', 'district', 'territory')), -- what it is in law
    region  TEXT NOT NULL CHECK (region IN ('northeast', 'midwest', 'south', 'west', 'territories')) -- Census Bureau region; pools of a release are made of regions
);

-- What a State's law asks of training. Filled by the operator from the statutes; a gap is never filled by a guess.
CREATE TABLE state_mandate (
    state_code   TEXT NOT NULL REFERENCES state (code), -- the State
    mandate_no   INTEGER NOT NULL,       -- counts from 1 within the State
    hours_min    DOUBLE PRECISION,       -- least hours of training; null where the law states none
    cycle_months INTEGER,                -- months between repetitions; null where not stated
    note         TEXT NOT NULL,          -- what is asked, in a sentence
    source       TEXT NOT NULL,          -- citation
    verified     BOOLEAN NOT NULL,       -- true once somebody has read the source
    as_of        DATE NOT NULL,          -- day the entry was checked
    PRIMARY KEY (state_code, mandate_no)
);

-- The four topics of the Act, 34 U.S.C. 10381(n)(1)(A)(i)-(iv).
CREATE TABLE topic (
    code    TEXT PRIMARY KEY,            -- code in files and tables
    numeral TEXT NOT NULL UNIQUE,        -- i, ii, iii or iv
    title   TEXT NOT NULL                -- what a table prints
);

-- Tactics tagged on items and observed in interactions.
CREATE TABLE tactic (
    code    TEXT PRIMARY KEY,            -- code in files and tables
    meaning TEXT NOT NULL,               -- in plain words
    origin  TEXT NOT NULL CHECK (origin IN ('todak-james', 'added')) -- one of the eight of Todak and James (2018), or added for "other techniques in curricula"
);

-- Planned occasions of measurement. The migrator enters pre, post, follow-up-6m and follow-up-12m from the program's own list; an operator
-- adds further follow-ups. Their order in time is that of their windows.
CREATE TABLE wave (
    code               TEXT PRIMARY KEY, -- word used everywhere
    ordinal            INTEGER NOT NULL UNIQUE, -- number in score_sheet, in the order of adding; 0 to 3 are the waves that analyses read
    label              TEXT NOT NULL,    -- what a table prints
    window_from_months INTEGER,          -- first month after the end of training that counts; null where no window applies
    window_to_months   INTEGER           -- last month that counts; null where no window applies
);

-- ---- Agencies and their keys

-- An agency: the holder of its own data. Agency 0 is the installation itself (its operators' keys, its audit chain).
CREATE TABLE agency (
    agency_id       INTEGER PRIMARY KEY, -- [code] made by the application, from 1; first part of every key of agency data
    agency_uuid     TEXT NOT NULL UNIQUE, -- [direct] random id at the border
    name            TEXT NOT NULL,       -- [direct] official name
    kind            TEXT NOT NULL CHECK (kind IN ('law-enforcement', 'academy', 'state-agency', 'evaluator', 'installation')), -- [safe] what it does here: state-agency passes grant money through and may host studies
    government_type TEXT CHECK (government_type IN ('state', 'county', 'municipal', 'tribal', 'special-district', 'federal')), -- [quasi] whose agency it is (34 U.S.C. 10251(a)(3)); null for the installation
    ori             TEXT UNIQUE,         -- [direct] FBI originating agency identifier, 9 characters; null when none
    state_code      TEXT REFERENCES state (code), -- [quasi] the State it is in; null for the installation
    county          TEXT,                -- [direct] county, where one applies
    rurality        TEXT CHECK (rurality IN ('urban', 'suburban', 'rural')), -- [quasi] place served
    time_zone       TEXT NOT NULL,       -- [quasi] IANA name; a day of the agency begins there
    identity_mode   TEXT NOT NULL CHECK (identity_mode IN ('held', 'escrow', 'none')), -- [safe] held: names kept here apart; escrow: the agency keeps them; none: nobody does
    created_at      TIMESTAMPTZ NOT NULL -- [time] when it was entered here
);

-- Windows of follow-up waves that an agency has agreed on; a wave without a row has the window of table wave.
CREATE TABLE wave_window (
    agency_id   INTEGER NOT NULL REFERENCES agency (agency_id), -- [code] the agency
    wave        TEXT NOT NULL REFERENCES wave (code), -- [safe] the wave
    from_months INTEGER NOT NULL CHECK (from_months > 0), -- [safe] first month after the end of training that counts
    to_months   INTEGER NOT NULL,        -- [safe] last month that counts
    PRIMARY KEY (agency_id, wave),
    CHECK (to_months >= from_months)
); -- clustered

-- The next number of each kind of thing of an agency; agency 0 counts the reference tables.
CREATE TABLE id_counter (
    agency_id  INTEGER NOT NULL REFERENCES agency (agency_id), -- [code] whose numbers
    noun       TEXT NOT NULL,            -- [safe] table whose numbers are counted
    next_value INTEGER NOT NULL,         -- [safe] the number to be given next, from 1
    PRIMARY KEY (agency_id, noun)
); -- clustered

-- Staff sign in with a key; its text names agency and key and carries a secret of which only the hash is kept.
CREATE TABLE api_key (
    agency_id   INTEGER NOT NULL REFERENCES agency (agency_id), -- [code] the agency the key acts for
    key_no      INTEGER NOT NULL,        -- [code] counts from 1 within the agency
    secret_hash BYTEA NOT NULL,          -- [direct] SHA-256 of the secret (256 random bits, so no slow hash is needed)
    role        TEXT NOT NULL CHECK (role IN ('operator', 'agency-admin', 'trainer', 'supervisor', 'evaluator', 'privacy-officer')), -- [safe] what the key may do (docs/privacy.md)
    label       TEXT NOT NULL,           -- [direct] whose key it is, for the agency's own list
    created_at  TIMESTAMPTZ NOT NULL,    -- [time] when it was made
    revoked_at  TIMESTAMPTZ,             -- [time] when it stopped to work; null while it works
    PRIMARY KEY (agency_id, key_no)
);

-- Classroom boxes (docs/classroom-box.md): laptops that a class of the agency was carried to, or, on such a laptop, what it is known by.
CREATE TABLE classroom_box (
    agency_id   INTEGER NOT NULL REFERENCES agency (agency_id), -- [code] the agency whose classes it carries
    box_id      TEXT NOT NULL UNIQUE,    -- [direct] random id; the head of its bundles names it
    secret      BYTEA NOT NULL,          -- [direct] 256 random bits that bundles on the way home are encrypted with
    verify_key  BYTEA NOT NULL,          -- [direct] public half of the key that signs its bundles, SubjectPublicKeyInfo of P-256
    signing_key BYTEA,                   -- [direct] private half, PKCS #8; on the box alone, null where its classes are at home
    made_at     TIMESTAMPTZ NOT NULL,    -- [time] when the class was given away
    PRIMARY KEY (agency_id, box_id)
);

-- A person of staff who signs in on the pages. What the account may do is what its key may; the key's secret was thrown away.
CREATE TABLE account (
    agency_id     INTEGER NOT NULL,      -- [code] the agency
    key_no        INTEGER NOT NULL,      -- [code] the key that stands for the account, in the audit too
    sign_in_name  TEXT NOT NULL UNIQUE,  -- [direct] lower case, unique in the installation
    password_hash TEXT,                  -- [direct] by the framework's password hasher; null until a password was chosen
    invite_hash   BYTEA UNIQUE,          -- [direct] SHA-256 of the one-time code that lets the person choose a password; null when none is open
    invite_until  TIMESTAMPTZ,           -- [time] when that code stops to work
    failures      INTEGER NOT NULL,      -- [safe] wrong passwords since the last right one
    wait_until    TIMESTAMPTZ,           -- [time] no password is tried before; null when none has to wait
    PRIMARY KEY (agency_id, key_no),
    FOREIGN KEY (agency_id, key_no) REFERENCES api_key (agency_id, key_no)
); -- clustered

-- Keys that seal sign-in cookies and page forms, so that both outlive a restart of the server. They guard sessions, not data.
CREATE TABLE protection_key (
    name TEXT PRIMARY KEY,               -- name the framework gives it
    xml  TEXT NOT NULL                   -- the key as the framework writes it
);

-- The one key pair that answer files are sealed for: a device without a network writes them, this installation alone reads them.
-- It guards files on their way; who can read this table can read the answers beside it.
CREATE TABLE handover_key (
    key_no      INTEGER PRIMARY KEY CHECK (key_no = 1), -- one row
    private_key BYTEA NOT NULL           -- elliptic curve P-256, PKCS #8; the public half follows from it
);

-- How large the agency was on a day: the denominators of coverage.
CREATE TABLE agency_strength (
    agency_id             INTEGER NOT NULL REFERENCES agency (agency_id), -- [code] the agency
    as_of                 DATE NOT NULL, -- [time] day the counts hold for
    officers_employed     INTEGER NOT NULL CHECK (officers_employed >= 0), -- [quasi] sworn officers, persons (R38)
    officers_two_years    INTEGER CHECK (officers_two_years >= 0), -- [quasi] of these, employed two years or more (R31); null unknown
    employees_fte         DOUBLE PRECISION CHECK (employees_fte >= 0), -- [quasi] all employees, full-time equivalents (overtime rule below 50, R28)
    cmhp_employed         INTEGER NOT NULL CHECK (cmhp_employed >= 0), -- [quasi] mental health professionals on the payroll
    cmhp_agreement        INTEGER NOT NULL CHECK (cmhp_agreement >= 0), -- [quasi] mental health professionals under a legal agreement
    reports_use_of_force  BOOLEAN,       -- [safe] takes part in the FBI National Use-of-Force Data Collection (R30); null unknown
    source                TEXT NOT NULL, -- [text] where the counts come from
    PRIMARY KEY (agency_id, as_of)
);

-- ---- Curricula and courses (reference)

-- A content standard: the Attorney General's, or an equivalent.
CREATE TABLE curriculum (
    curriculum_no INTEGER PRIMARY KEY,   -- number inside
    curriculum_id TEXT NOT NULL UNIQUE,  -- random id at the border
    title         TEXT NOT NULL,         -- full name
    version       TEXT NOT NULL,         -- edition as its owner names it
    status        TEXT NOT NULL CHECK (status IN ('draft', 'in-force', 'withdrawn')), -- may courses follow it
    source        TEXT,                  -- where it is published
    UNIQUE (title, version)
);

-- A learning objective of a curriculum.
CREATE TABLE objective (
    curriculum_no INTEGER NOT NULL REFERENCES curriculum (curriculum_no), -- the curriculum
    code          TEXT NOT NULL,         -- such as DE_ALT.2, unique within the curriculum
    topic_code    TEXT NOT NULL REFERENCES topic (code), -- topic it belongs to
    meaning       TEXT NOT NULL,         -- what a participant can do afterwards
    PRIMARY KEY (curriculum_no, code)
);

-- What every delivery of a curriculum must contain; the adherence checklist asks for each.
CREATE TABLE curriculum_element (
    curriculum_no INTEGER NOT NULL REFERENCES curriculum (curriculum_no), -- the curriculum
    element_no    INTEGER NOT NULL,      -- order on the checklist, from 1
    kind          TEXT NOT NULL CHECK (kind IN ('scenario-exercise', 'pre-test', 'post-test', 'follow-up', 'content', 'method')), -- elements of 34 U.S.C. 10381(n)(1)(B), or content and method of the curriculum
    topic_code    TEXT REFERENCES topic (code), -- topic, where the element has one
    meaning       TEXT NOT NULL,         -- what must happen
    PRIMARY KEY (curriculum_no, element_no)
);

-- A provider's version of a curriculum.
CREATE TABLE course (
    course_no         INTEGER PRIMARY KEY, -- number inside
    course_id         TEXT NOT NULL UNIQUE, -- random id at the border
    owner_agency_id   INTEGER NOT NULL REFERENCES agency (agency_id), -- agency that keeps the entry
    curriculum_no     INTEGER REFERENCES curriculum (curriculum_no), -- curriculum it follows; null when none is named
    title             TEXT NOT NULL,     -- name as given to participants
    provider          TEXT NOT NULL,     -- public or private entity that offers it
    mode              TEXT NOT NULL CHECK (mode IN ('in-person', 'online', 'blended')), -- how it is given
    minutes           INTEGER NOT NULL CHECK (minutes > 0), -- planned length, minutes
    scenario_minutes  INTEGER NOT NULL CHECK (scenario_minutes >= 0), -- of these in scenario-based exercises
    refresher         BOOLEAN NOT NULL,  -- continuing education rather than a first course (R31)
    UNIQUE (owner_agency_id, title)
);

-- Topics of a course with the time they get.
CREATE TABLE course_topic (
    course_no  INTEGER NOT NULL REFERENCES course (course_no), -- the course
    topic_code TEXT NOT NULL REFERENCES topic (code), -- topic covered
    minutes    INTEGER NOT NULL CHECK (minutes > 0), -- planned minutes on it
    PRIMARY KEY (course_no, topic_code)
);

-- Certification history of a course (R17, R18). Only certified, valid on the day of completion, prints as "certified".
CREATE TABLE course_certification (
    course_no        INTEGER NOT NULL REFERENCES course (course_no), -- the course
    certification_no INTEGER NOT NULL,   -- order of the entries, from 1
    status           TEXT NOT NULL CHECK (status IN ('none', 'submitted', 'certified', 'equivalent-claimed', 'terminated')), -- status from valid_from on
    valid_from       DATE NOT NULL,      -- first day of the status
    valid_to         DATE,               -- last day; null while it lasts
    basis            TEXT,               -- listed curriculum or equivalent it rests on
    evidence         TEXT,               -- reference of the letter or list
    PRIMARY KEY (course_no, certification_no)
);

-- ---- Instruments (reference)

-- A test, scale, checklist or rubric as an idea; its editions are forms.
CREATE TABLE instrument (
    instrument_no   INTEGER PRIMARY KEY, -- number inside
    instrument_id   TEXT NOT NULL UNIQUE, -- random id at the border
    owner_agency_id INTEGER NOT NULL REFERENCES agency (agency_id), -- agency that may change it
    identifier      TEXT NOT NULL,       -- stable short name, unique for the owner
    title           TEXT NOT NULL,       -- full name
    kind            TEXT NOT NULL CHECK (kind IN ('knowledge-test', 'scale', 'follow-up-checklist', 'rubric')), -- how its forms are summed
    feedback        TEXT NOT NULL CHECK (feedback IN ('none', 'objectives')), -- what a participant is told after the last form of a wave
    plane           TEXT NOT NULL CHECK (plane IN ('training', 'research')), -- training: the agency's own record; research: nobody in the agency sees a person's row. Fixed at creation
    shared          BOOLEAN NOT NULL,    -- true: its published forms may be given by every agency of the installation
    curriculum_no   INTEGER REFERENCES curriculum (curriculum_no), -- curriculum whose objectives its items name; null when none
    created_at      TIMESTAMPTZ NOT NULL, -- when it was entered
    UNIQUE (owner_agency_id, identifier)
);

-- One edition of an instrument, such as parallel form A.
CREATE TABLE form (
    form_no       INTEGER PRIMARY KEY,   -- number inside
    form_id       TEXT NOT NULL UNIQUE,  -- random id at the border
    instrument_no INTEGER NOT NULL REFERENCES instrument (instrument_no), -- the instrument
    identifier    TEXT NOT NULL,         -- stable short name, unique within the instrument
    edition       TEXT NOT NULL,         -- A or B of parallel forms
    language      TEXT NOT NULL,         -- BCP 47 tag
    UNIQUE (instrument_no, identifier),
    UNIQUE (instrument_no, edition, language)
);

-- A state of a form: one draft at most, and versions that were frozen when published.
CREATE TABLE form_version (
    form_version_no INTEGER PRIMARY KEY, -- number inside
    form_no         INTEGER NOT NULL REFERENCES form (form_no), -- the form
    version         INTEGER NOT NULL CHECK (version > 0), -- counts from 1 within the form
    title           TEXT NOT NULL,       -- shown to participants
    content         TEXT NOT NULL,       -- the whole form with keys, canonical JSON of schema assessment-form/1; never sent to participants
    content_hash    TEXT NOT NULL,       -- SHA-256 of content, lower-case hex
    pass_mark       INTEGER,             -- points needed to pass, ticks; null when there is no pass mark
    max_points      INTEGER NOT NULL,    -- most points, ticks
    saved_at        TIMESTAMPTZ NOT NULL, -- last change of the draft
    published_at    TIMESTAMPTZ,         -- when it was frozen; null while a draft
    UNIQUE (form_no, version)
);
CREATE UNIQUE INDEX form_version_one_draft ON form_version (form_no) WHERE published_at IS NULL;

-- The items of a form version in printed order, as analyses and the codebook need them; content holds the rest.
CREATE TABLE item (
    form_version_no INTEGER NOT NULL REFERENCES form_version (form_version_no), -- the form version
    item_no         INTEGER NOT NULL,    -- printed order, from 1; place in score_sheet.scores is item_no - 1
    identifier      TEXT NOT NULL,       -- name within the form
    type            TEXT NOT NULL CHECK (type IN ('single-choice', 'multiple-choice', 'true-false', 'likert', 'indicator', 'ordering', 'matching', 'numeric', 'short-text', 'inline-choice', 'constructed-response', 'stimulus', 'situational-judgement', 'scenario')), -- kind of item
    topic_code      TEXT REFERENCES topic (code), -- topic of the Act; null when none
    objective_code  TEXT,                -- objective; names one of the instrument's curriculum, which an imported form may not bring along
    ability         TEXT NOT NULL CHECK (ability IN ('knowledge', 'skill')), -- summed apart
    max_points      INTEGER NOT NULL,    -- most points, ticks
    reversed        BOOLEAN NOT NULL,    -- agreement counts against the scale
    PRIMARY KEY (form_version_no, item_no),
    UNIQUE (form_version_no, identifier)
); -- clustered

-- Tactics an item is about.
CREATE TABLE item_tactic (
    form_version_no INTEGER NOT NULL,    -- the form version
    item_no         INTEGER NOT NULL,    -- the item
    tactic_code     TEXT NOT NULL REFERENCES tactic (code), -- the tactic
    PRIMARY KEY (form_version_no, item_no, tactic_code),
    FOREIGN KEY (form_version_no, item_no) REFERENCES item (form_version_no, item_no)
); -- clustered

-- Pictures, videos and captions that a form version names; frozen with it.
CREATE TABLE form_media (
    form_version_no INTEGER NOT NULL REFERENCES form_version (form_version_no), -- the form version
    path            TEXT NOT NULL,       -- path as the form names it
    media_type      TEXT NOT NULL,       -- MIME type
    content_hash    TEXT NOT NULL,       -- SHA-256 of content, lower-case hex
    content         BYTEA NOT NULL,      -- the file
    PRIMARY KEY (form_version_no, path)
);

-- Experts' ratings of the options of situational judgement items, entered after publication; those of the form file come before them.
-- A correction is a new row; the highest revision of a rater counts.
CREATE TABLE panel_rating (
    form_version_no INTEGER NOT NULL,    -- the form version
    item_no         INTEGER NOT NULL,    -- the item
    rater           TEXT NOT NULL,       -- code of the expert; who it is stands elsewhere
    revision        INTEGER NOT NULL CHECK (revision > 0), -- counts from 1
    steps           INTEGER NOT NULL CHECK (steps >= 2), -- steps of the rating scale
    effectiveness   TEXT NOT NULL,       -- 1 to steps per option, canonical JSON
    key_no          INTEGER NOT NULL,    -- staff key of the instrument's owner that entered it
    entered_at      TIMESTAMPTZ NOT NULL, -- when
    PRIMARY KEY (form_version_no, item_no, rater, revision),
    FOREIGN KEY (form_version_no, item_no) REFERENCES item (form_version_no, item_no)
); -- clustered

-- Keys made from a panel after publication; versions go on from those in the form's content. Never changed: the highest counts.
CREATE TABLE item_key (
    form_version_no INTEGER NOT NULL,    -- the form version
    item_no         INTEGER NOT NULL,    -- the item
    key_version     INTEGER NOT NULL CHECK (key_version > 1), -- counts on within the item
    method          TEXT NOT NULL CHECK (method IN ('mean-weight', 'consensus', 'proportion-endorsement', 'mean-rating')), -- formula (docs/item-types.md)
    weights         TEXT NOT NULL,       -- 0 to 1 per option, canonical JSON
    panel           TEXT NOT NULL,       -- the ratings that it was made from, canonical JSON
    panel_hash      TEXT NOT NULL,       -- SHA-256 of panel, lower-case hex
    reason          TEXT NOT NULL,       -- why it was made
    made_at         TIMESTAMPTZ NOT NULL, -- when
    key_no          INTEGER NOT NULL,    -- staff key of the instrument's owner that made it
    PRIMARY KEY (form_version_no, item_no, key_version),
    FOREIGN KEY (form_version_no, item_no) REFERENCES item (form_version_no, item_no)
); -- clustered

-- ---- Deliveries and people

-- One run of a course; on screens: "class".
CREATE TABLE delivery (
    agency_id         INTEGER NOT NULL REFERENCES agency (agency_id), -- [code] the agency whose people are trained
    delivery_no       INTEGER NOT NULL,  -- [code] number inside
    delivery_id       TEXT NOT NULL,     -- [direct] random id at the border
    course_no         INTEGER NOT NULL REFERENCES course (course_no), -- [code] course given
    title             TEXT NOT NULL,     -- [direct] what staff call the class
    starts_on         DATE NOT NULL,     -- [time] first day
    ends_on           DATE NOT NULL,     -- [time] last day; months since training count from it
    place             TEXT,              -- [direct] where
    mode              TEXT NOT NULL CHECK (mode IN ('in-person', 'online', 'blended')), -- [safe] how it was given
    minutes_delivered INTEGER CHECK (minutes_delivered >= 0), -- [safe] length as given, minutes; null until known
    scenario_minutes  INTEGER CHECK (scenario_minutes >= 0), -- [safe] of these in scenario-based exercises (R13)
    created_at        TIMESTAMPTZ NOT NULL, -- [time] when it was entered
    PRIMARY KEY (agency_id, delivery_no),
    UNIQUE (agency_id, delivery_id),
    CHECK (ends_on >= starts_on)
);

-- Minutes a delivery gave to each topic (dose).
CREATE TABLE delivery_topic (
    agency_id   INTEGER NOT NULL,        -- [code] the agency
    delivery_no INTEGER NOT NULL,        -- [code] the delivery
    topic_code  TEXT NOT NULL REFERENCES topic (code), -- [safe] the topic
    minutes     INTEGER NOT NULL CHECK (minutes >= 0), -- [safe] minutes given to it
    PRIMARY KEY (agency_id, delivery_no, topic_code),
    FOREIGN KEY (agency_id, delivery_no) REFERENCES delivery (agency_id, delivery_no)
);

-- Adherence checklist: was each required element delivered (P2)?
CREATE TABLE delivery_adherence (
    agency_id     INTEGER NOT NULL,      -- [code] the agency
    delivery_no   INTEGER NOT NULL,      -- [code] the delivery
    curriculum_no INTEGER NOT NULL,      -- [safe] curriculum followed
    element_no    INTEGER NOT NULL,      -- [safe] element of it
    delivered     TEXT NOT NULL CHECK (delivered IN ('full', 'partial', 'no')), -- [safe] how far
    observer      TEXT NOT NULL CHECK (observer IN ('trainer', 'independent')), -- [safe] who judged
    note          TEXT,                  -- [text] why not in full
    PRIMARY KEY (agency_id, delivery_no, curriculum_no, element_no, observer),
    FOREIGN KEY (agency_id, delivery_no) REFERENCES delivery (agency_id, delivery_no),
    FOREIGN KEY (curriculum_no, element_no) REFERENCES curriculum_element (curriculum_no, element_no)
);

-- A person who teaches.
CREATE TABLE trainer (
    agency_id        INTEGER NOT NULL REFERENCES agency (agency_id), -- [code] the agency that engages the trainer
    trainer_no       INTEGER NOT NULL,   -- [code] number inside
    trainer_id       TEXT NOT NULL,      -- [direct] random id at the border
    name             TEXT NOT NULL,      -- [direct] name
    background       TEXT NOT NULL CHECK (background IN ('officer', 'mental-health', 'lived-experience', 'other')), -- [quasi] what the trainer brings (R19)
    PRIMARY KEY (agency_id, trainer_no),
    UNIQUE (agency_id, trainer_id)
);

-- Training of trainers and their continuing education (R20).
CREATE TABLE trainer_credential (
    agency_id     INTEGER NOT NULL,      -- [code] the agency
    trainer_no    INTEGER NOT NULL,      -- [code] the trainer
    credential_no INTEGER NOT NULL,      -- [code] order of the entries, from 1
    kind          TEXT NOT NULL CHECK (kind IN ('training-of-trainers', 'continuing-education')), -- [safe] which of the two
    course        TEXT NOT NULL,         -- [text] course taken
    issuer        TEXT NOT NULL,         -- [text] who issued it
    completed_on  DATE NOT NULL,         -- [time] day completed
    expires_on    DATE,                  -- [time] last day it holds; null when it does not expire
    minutes       INTEGER NOT NULL CHECK (minutes > 0), -- [safe] length
    PRIMARY KEY (agency_id, trainer_no, credential_no),
    FOREIGN KEY (agency_id, trainer_no) REFERENCES trainer (agency_id, trainer_no)
);

-- Who taught a delivery.
CREATE TABLE delivery_trainer (
    agency_id   INTEGER NOT NULL,        -- [code] the agency
    delivery_no INTEGER NOT NULL,        -- [code] the delivery
    trainer_no  INTEGER NOT NULL,        -- [code] the trainer
    part        TEXT NOT NULL CHECK (part IN ('lead', 'co-trainer', 'role-player', 'guest')), -- [safe] part played
    minutes     INTEGER NOT NULL CHECK (minutes >= 0), -- [safe] minutes taught
    PRIMARY KEY (agency_id, delivery_no, trainer_no),
    FOREIGN KEY (agency_id, delivery_no) REFERENCES delivery (agency_id, delivery_no),
    FOREIGN KEY (agency_id, trainer_no) REFERENCES trainer (agency_id, trainer_no)
);

-- The person trained, without a name: what research may know. Names are in participant_identity alone.
CREATE TABLE participant (
    agency_id         INTEGER NOT NULL REFERENCES agency (agency_id), -- [code] the agency
    participant_no    INTEGER NOT NULL,  -- [code] number inside
    participant_id    TEXT NOT NULL,     -- [direct] random id at the border of the training plane
    study_code        TEXT NOT NULL,     -- [direct] random code evaluators see instead; never the same as participant_id, never released
    kind              TEXT NOT NULL CHECK (kind IN ('officer', 'cmhp-employee', 'cmhp-agreement')), -- [quasi] officer, or mental health professional on the payroll or under agreement
    roster_token_hash BYTEA NOT NULL,    -- [direct] SHA-256 of the roster token that links the person's waves
    rank              TEXT,              -- [quasi] rank as the agency's list names it; null unknown
    years_of_service  INTEGER CHECK (years_of_service BETWEEN 0 AND 70), -- [quasi] whole years when entered; null unknown
    sex               TEXT,              -- [quasi] code of the agency's list; null unknown
    race_ethnicity    TEXT,              -- [quasi] code of the agency's list; null unknown
    age_band          TEXT,              -- [quasi] such as 30-39; null unknown
    assignment        TEXT,              -- [quasi] such as patrol; null unknown
    education         TEXT,              -- [quasi] highest degree; null unknown
    prior_cit         BOOLEAN,           -- [quasi] had crisis intervention training before; null unknown
    cit_member        BOOLEAN,           -- [quasi] serves on a crisis intervention team; null unknown
    hired_on          DATE,              -- [time] first day of employment, for the two-year test (R31); null unknown
    created_at        TIMESTAMPTZ NOT NULL, -- [time] when entered
    withdrawn_at      TIMESTAMPTZ,       -- [time] left the study for good; the row stays as a tombstone so that imports cannot bring the person back
    PRIMARY KEY (agency_id, participant_no),
    UNIQUE (agency_id, participant_id),
    UNIQUE (agency_id, study_code),
    UNIQUE (agency_id, roster_token_hash)
);

-- Who the person is. Read by the roster of the training plane alone: no query of analyses, reports or releases names this table.
CREATE TABLE participant_identity (
    agency_id      INTEGER NOT NULL,     -- [code] the agency
    participant_no INTEGER NOT NULL,     -- [code] the participant
    name           TEXT NOT NULL,        -- [direct] as on the roster
    staff_number   TEXT,                 -- [direct] badge, employee or POST number; null when not given
    email          TEXT,                 -- [direct] address; null when not given
    seal_key       TEXT,                 -- [code] id of the key the three columns are encrypted with; null when stored as given
    recorded_at    TIMESTAMPTZ NOT NULL, -- [time] when entered
    PRIMARY KEY (agency_id, participant_no),
    FOREIGN KEY (agency_id, participant_no) REFERENCES participant (agency_id, participant_no)
);

-- A participant in a delivery.
CREATE TABLE enrollment (
    agency_id        INTEGER NOT NULL,   -- [code] the agency
    delivery_no      INTEGER NOT NULL,   -- [code] the delivery
    participant_no   INTEGER NOT NULL,   -- [code] the participant
    position         INTEGER NOT NULL,   -- [code] place on the roster, from 0; decides which parallel form is given first
    funding_source   TEXT NOT NULL CHECK (funding_source IN ('grant', 'other')), -- [safe] paid by an award under the Act, or otherwise (R36, R37)
    overtime         BOOLEAN NOT NULL,   -- [safe] overtime was charged (R28)
    minutes_attended INTEGER CHECK (minutes_attended >= 0), -- [safe] dose; null until known
    completed_on     DATE,               -- [time] day of completion; null while not completed
    withdrawn_on     DATE,               -- [time] left the class; null otherwise
    PRIMARY KEY (agency_id, delivery_no, participant_no),
    UNIQUE (agency_id, delivery_no, position),
    FOREIGN KEY (agency_id, delivery_no) REFERENCES delivery (agency_id, delivery_no),
    FOREIGN KEY (agency_id, participant_no) REFERENCES participant (agency_id, participant_no)
); -- clustered
CREATE INDEX enrollment_participant ON enrollment (agency_id, participant_no);

-- Every text about who sees what that a participant was shown before deciding; a version is the text's own hash.
CREATE TABLE notice (
    version        TEXT PRIMARY KEY,     -- first 16 hex digits of the SHA-256 of the text
    text           TEXT NOT NULL,        -- the text as shown
    first_shown_at TIMESTAMPTZ NOT NULL  -- when it was first decided on
);

-- Consent, refusal or waiver of a participant for a wave (28 CFR 46). A new decision is a new row; the highest counts.
CREATE TABLE consent (
    agency_id      INTEGER NOT NULL,     -- [code] the agency
    participant_no INTEGER NOT NULL,     -- [code] the participant
    wave           TEXT NOT NULL REFERENCES wave (code), -- [safe] the wave
    decision_no    INTEGER NOT NULL,     -- [code] order of the decisions, from 1
    decision       TEXT NOT NULL CHECK (decision IN ('granted', 'refused', 'waived')), -- [insider] what was decided; waived by the review board
    text_version   TEXT NOT NULL,       -- [safe] version of the text that was shown; table notice holds the text
    decided_at     TIMESTAMPTZ NOT NULL, -- [time] when
    withdrawn_at   TIMESTAMPTZ,          -- [time] when the consent was taken back; null while it stands
    PRIMARY KEY (agency_id, participant_no, wave, decision_no),
    FOREIGN KEY (agency_id, participant_no) REFERENCES participant (agency_id, participant_no)
);

-- ---- Administrations, attempts, responses, scores

-- An instrument given to a delivery at a wave.
CREATE TABLE administration (
    agency_id         INTEGER NOT NULL,  -- [code] the agency
    administration_no INTEGER NOT NULL,  -- [code] number inside
    administration_id TEXT NOT NULL,     -- [direct] random id at the border
    delivery_no       INTEGER NOT NULL,  -- [code] the delivery
    instrument_no     INTEGER NOT NULL REFERENCES instrument (instrument_no), -- [code] the instrument
    wave              TEXT NOT NULL REFERENCES wave (code), -- [safe] the wave
    opened_at         TIMESTAMPTZ NOT NULL, -- [time] when its door opened
    door_closes_at    TIMESTAMPTZ,       -- [time] nobody starts from then on, who is in goes on; null while the door stays open to the end
    ends_at           TIMESTAMPTZ,       -- [time] pens down: planned, or set by hand; null when only by hand and still running
    time_limit_minutes INTEGER CHECK (time_limit_minutes > 0), -- [safe] time of one attempt, before extra time; null without a limit
    attempts_allowed  INTEGER NOT NULL CHECK (attempts_allowed BETWEEN 1 AND 10), -- [safe] goes a participant has; analyses read the first
    assignment        TEXT NOT NULL CHECK (assignment IN ('alternate', 'random')), -- [safe] how parallel forms are dealt along the roster
    seed              BIGINT NOT NULL,   -- [code] start of the generator that deals forms at random
    PRIMARY KEY (agency_id, administration_no),
    UNIQUE (agency_id, administration_id),
    UNIQUE (agency_id, delivery_no, instrument_no, wave),
    UNIQUE (agency_id, administration_no, delivery_no),
    FOREIGN KEY (agency_id, delivery_no) REFERENCES delivery (agency_id, delivery_no)
);

-- The parallel forms of an administration, dealt along the roster by its assignment (docs/adr/0006).
CREATE TABLE administration_form (
    agency_id         INTEGER NOT NULL,  -- [code] the agency
    administration_no INTEGER NOT NULL,  -- [code] the administration
    ordinal           INTEGER NOT NULL,  -- [code] order, from 0
    form_version_no   INTEGER NOT NULL REFERENCES form_version (form_version_no), -- [safe] the published form version
    PRIMARY KEY (agency_id, administration_no, ordinal),
    FOREIGN KEY (agency_id, administration_no) REFERENCES administration (agency_id, administration_no)
); -- clustered

-- Join codes open the door of an administration; one code, one administration in the whole installation.
CREATE TABLE join_code (
    code              TEXT PRIMARY KEY,  -- six capital letters without look-alikes
    agency_id         INTEGER NOT NULL,  -- [code] the agency
    administration_no INTEGER NOT NULL,  -- [code] the administration
    UNIQUE (agency_id, administration_no),
    FOREIGN KEY (agency_id, administration_no) REFERENCES administration (agency_id, administration_no)
);

-- One participant's go at one administration.
CREATE TABLE attempt (
    agency_id         INTEGER NOT NULL,  -- [code] the agency
    attempt_no        INTEGER NOT NULL,  -- [code] number inside
    attempt_id        TEXT NOT NULL,     -- [direct] random id made by the client, so that a start can be repeated
    administration_no INTEGER NOT NULL,  -- [code] the administration; wave and instrument follow from it
    delivery_no       INTEGER NOT NULL,  -- [code] the delivery, the same as the administration's
    participant_no    INTEGER NOT NULL,  -- [code] the participant, enrolled in the delivery
    form_version_no   INTEGER NOT NULL REFERENCES form_version (form_version_no), -- [safe] the form given
    ordinal           INTEGER NOT NULL CHECK (ordinal > 0), -- [safe] first, second, ... go of the participant at this administration
    seed              BIGINT NOT NULL,   -- [code] start of the generator that orders items and options
    started_at        TIMESTAMPTZ NOT NULL, -- [time] when it began
    ends_at           TIMESTAMPTZ,       -- [time] when its own time is up, extra time included; null without a limit
    extra_minutes     INTEGER NOT NULL,  -- [insider] time given beyond the limit
    outlives          BOOLEAN NOT NULL,  -- [insider] its own end alone limits it, not the administration's: reopened, or with extra time
    submitted_at      TIMESTAMPTZ,       -- [time] when it was handed in; null before
    ended_by          TEXT CHECK (ended_by IN ('participant', 'time')), -- [safe] who handed it in: the participant, or the end of time; null before
    receipt           TEXT,              -- [direct] code shown to the participant as proof of handing in; null before
    PRIMARY KEY (agency_id, attempt_no),
    UNIQUE (agency_id, attempt_id),
    UNIQUE (agency_id, administration_no, participant_no, ordinal),
    FOREIGN KEY (agency_id, administration_no, delivery_no) REFERENCES administration (agency_id, administration_no, delivery_no),
    FOREIGN KEY (agency_id, delivery_no, participant_no) REFERENCES enrollment (agency_id, delivery_no, participant_no)
);
CREATE INDEX attempt_open ON attempt (agency_id, attempt_no) WHERE submitted_at IS NULL;

-- A code that carries an attempt to another device, read aloud once by staff.
CREATE TABLE move_code (
    code       TEXT PRIMARY KEY,         -- six capital letters without look-alikes
    agency_id  INTEGER NOT NULL,         -- [code] the agency
    attempt_no INTEGER NOT NULL,         -- [code] the attempt
    expires_at TIMESTAMPTZ NOT NULL,     -- [time] when it stops to work
    FOREIGN KEY (agency_id, attempt_no) REFERENCES attempt (agency_id, attempt_no)
);

-- What was done for a participant so that the test measures knowledge and not a disability. Read by the class's staff alone.
CREATE TABLE accommodation (
    agency_id          INTEGER NOT NULL, -- [code] the agency
    delivery_no        INTEGER NOT NULL, -- [code] the delivery
    participant_no     INTEGER NOT NULL, -- [code] the participant
    kind               TEXT NOT NULL CHECK (kind IN ('extra-time', 'large-text', 'screen-reader', 'reader', 'separate-room', 'paper', 'other')), -- [sensitive] what
    extra_time_percent INTEGER NOT NULL CHECK (extra_time_percent BETWEEN 0 AND 300), -- [sensitive] time beyond the limit, percent of the limit
    recorded_at        TIMESTAMPTZ NOT NULL, -- [time] when it was entered
    PRIMARY KEY (agency_id, delivery_no, participant_no, kind),
    FOREIGN KEY (agency_id, delivery_no, participant_no) REFERENCES enrollment (agency_id, delivery_no, participant_no)
);

-- Tickets let one device write to one attempt.
CREATE TABLE ticket (
    agency_id   INTEGER NOT NULL,        -- [code] the agency
    attempt_no  INTEGER NOT NULL,        -- [code] the attempt
    ticket_hash BYTEA NOT NULL,          -- [direct] SHA-256 of the 128-bit ticket
    expires_at  TIMESTAMPTZ NOT NULL,    -- [time] when it stops to work
    PRIMARY KEY (agency_id, attempt_no, ticket_hash),
    FOREIGN KEY (agency_id, attempt_no) REFERENCES attempt (agency_id, attempt_no)
); -- clustered
CREATE INDEX ticket_hash ON ticket (ticket_hash);

-- The newest answer to each item of an attempt. Many rows: times are whole milliseconds since 1970-01-01 UTC.
CREATE TABLE response (
    agency_id  INTEGER NOT NULL,         -- [code] the agency
    attempt_no INTEGER NOT NULL,         -- [code] the attempt
    item_no    INTEGER NOT NULL,         -- [safe] item of the attempt's form version
    value      TEXT,                     -- [sensitive] the answer as the item's type writes it; null when taken back
    revision   BIGINT NOT NULL,          -- [code] the client's counter; only a higher one replaces
    device     TEXT NOT NULL,            -- [direct] random name the client gave its device
    saved_at   BIGINT NOT NULL,          -- [time] when the service took it
    PRIMARY KEY (agency_id, attempt_no, item_no),
    FOREIGN KEY (agency_id, attempt_no) REFERENCES attempt (agency_id, attempt_no)
); -- clustered

-- Every answer that was ever taken, never changed, kept in the order of time: what a class saves at once stands together, so a
-- batch of saves touches one page here. Each row is written with its row in response, whose foreign key holds the attempt.
CREATE TABLE response_event (
    agency_id  INTEGER NOT NULL,         -- [code] the agency
    attempt_no INTEGER NOT NULL,         -- [code] the attempt
    item_no    INTEGER NOT NULL,         -- [safe] the item
    revision   BIGINT NOT NULL,          -- [code] the client's counter
    value      TEXT,                     -- [sensitive] the answer; null when taken back
    device     TEXT NOT NULL,            -- [direct] the device
    saved_at   BIGINT NOT NULL,          -- [time] when the service took it
    PRIMARY KEY (agency_id, saved_at, attempt_no, item_no, revision)
); -- clustered

-- The self-generated code that a participant wrote at an attempt on a research instrument, where nobody keeps a roster of names. Read by the
-- linking of waves alone; answers as compared, empty where none was given. Supervisors could guess them: never released, shown nowhere.
CREATE TABLE attempt_code (
    agency_id            INTEGER NOT NULL, -- [code] the agency
    attempt_no           INTEGER NOT NULL, -- [code] the attempt
    mother_initial       TEXT NOT NULL,  -- [direct] first letter of the mother's first name
    birth_city_initial   TEXT NOT NULL,  -- [direct] first letter of the town of birth
    birth_day            TEXT NOT NULL,  -- [direct] day of birth
    older_siblings       TEXT NOT NULL,  -- [direct] number of older brothers and sisters
    middle_initial       TEXT NOT NULL,  -- [direct] first letter of the middle name; a hyphen for none
    first_school_initial TEXT NOT NULL,  -- [direct] first letter of the first school
    PRIMARY KEY (agency_id, attempt_no),
    FOREIGN KEY (agency_id, attempt_no) REFERENCES attempt (agency_id, attempt_no)
); -- clustered

-- Seats of a class that were taken to be of one person by their codes: the tests of the merged seat moved to the other one.
CREATE TABLE participant_link (
    agency_id      INTEGER NOT NULL,     -- [code] the agency
    merged_no      INTEGER NOT NULL,     -- [code] seat whose tests of the later wave moved
    participant_no INTEGER NOT NULL,     -- [code] seat that has them now
    earlier_wave   TEXT NOT NULL REFERENCES wave (code), -- [safe] the earlier wave
    later_wave     TEXT NOT NULL REFERENCES wave (code), -- [safe] the later wave
    certainty      TEXT NOT NULL CHECK (certainty IN ('exact', 'one-element-differs')), -- [safe] on what the link rests
    linked_at      TIMESTAMPTZ NOT NULL, -- [time] when
    PRIMARY KEY (agency_id, merged_no),
    FOREIGN KEY (agency_id, merged_no) REFERENCES participant (agency_id, participant_no),
    FOREIGN KEY (agency_id, participant_no) REFERENCES participant (agency_id, participant_no)
); -- clustered

-- One row of scores per submitted attempt, for analyses, kept in the order they are read; can be rebuilt from the responses.
CREATE TABLE score_sheet (
    agency_id       INTEGER NOT NULL,    -- [code] the agency
    delivery_no     INTEGER NOT NULL,    -- [code] the delivery
    participant_no  INTEGER NOT NULL,    -- [code] the participant
    wave_ordinal    INTEGER NOT NULL REFERENCES wave (ordinal), -- [safe] the wave
    form_version_no INTEGER NOT NULL REFERENCES form_version (form_version_no), -- [safe] the form given
    attempt_ordinal INTEGER NOT NULL,    -- [safe] first, second, ... go; analyses read the first
    attempt_no      INTEGER NOT NULL,    -- [code] the attempt
    points          INTEGER NOT NULL,    -- [sensitive] all points of the attempt, ticks
    scores          BYTEA NOT NULL,      -- [sensitive] ticks per item in printed order, little-endian signed 32-bit; -2147483648 = not answered or not scored
    PRIMARY KEY (agency_id, delivery_no, participant_no, wave_ordinal, form_version_no, attempt_ordinal), -- the order in which analyses read
    UNIQUE (agency_id, attempt_no),
    FOREIGN KEY (agency_id, attempt_no) REFERENCES attempt (agency_id, attempt_no)
); -- clustered

-- What a trainer was shown of a class after a test. Kept and shown again: a sheet that followed each later answer would tell one
-- person by the difference, so a new one is made only when five more people have handed in.
CREATE TABLE class_sheet (
    agency_id         INTEGER NOT NULL,  -- [code] the agency
    administration_no INTEGER NOT NULL,  -- [code] the administration
    people            INTEGER NOT NULL CHECK (people >= 0), -- [sensitive] people on whose first goes it rests
    content           TEXT NOT NULL,     -- [sensitive] the sheet as shown, JSON
    made_at           TIMESTAMPTZ NOT NULL, -- [time] when it was made
    PRIMARY KEY (agency_id, administration_no),
    FOREIGN KEY (agency_id, administration_no) REFERENCES administration (agency_id, administration_no)
); -- clustered

-- What a new key changed in the score sheets, so that no score is overwritten silently; never changed.
CREATE TABLE rescoring (
    agency_id       INTEGER NOT NULL,    -- [code] the agency
    attempt_no      INTEGER NOT NULL,    -- [code] the attempt
    form_version_no INTEGER NOT NULL,    -- [safe] the form given
    item_no         INTEGER NOT NULL,    -- [safe] item with the new key
    key_version     INTEGER NOT NULL,    -- [safe] the new key
    at              TIMESTAMPTZ NOT NULL, -- [time] when it was scored again
    points_before   INTEGER NOT NULL,    -- [sensitive] points of the sheet before, ticks
    points_after    INTEGER NOT NULL,    -- [sensitive] points of the sheet after, ticks
    PRIMARY KEY (agency_id, attempt_no, item_no, key_version),
    FOREIGN KEY (agency_id, attempt_no) REFERENCES attempt (agency_id, attempt_no),
    FOREIGN KEY (form_version_no, item_no, key_version) REFERENCES item_key (form_version_no, item_no, key_version)
); -- clustered

-- Who rates: supervisors, trainers, coders of recordings.
CREATE TABLE rater (
    agency_id INTEGER NOT NULL REFERENCES agency (agency_id), -- [code] the agency
    rater_no  INTEGER NOT NULL,          -- [code] number inside
    rater_id  TEXT NOT NULL,             -- [direct] random id at the border
    kind      TEXT NOT NULL CHECK (kind IN ('supervisor', 'trainer', 'coder', 'records')), -- [safe] from which place the rater looks
    key_no    INTEGER,                   -- [code] staff key the rater signs in with; null when ratings are entered for the rater
    label     TEXT NOT NULL,             -- [direct] whose number it is, for the agency's own list
    PRIMARY KEY (agency_id, rater_no),
    UNIQUE (agency_id, rater_id),
    UNIQUE (agency_id, key_no),
    FOREIGN KEY (agency_id, key_no) REFERENCES api_key (agency_id, key_no)
);

-- Who rates what: an attempt that was handed in, given to a rater. Nobody who rates sees another's levels.
CREATE TABLE rating_assignment (
    agency_id   INTEGER NOT NULL,        -- [code] the agency
    attempt_no  INTEGER NOT NULL,        -- [code] the attempt
    rater_no    INTEGER NOT NULL,        -- [direct] the rater
    second      BOOLEAN NOT NULL,        -- [safe] a second, blind rating, for agreement
    assigned_at TIMESTAMPTZ NOT NULL,    -- [time] when
    PRIMARY KEY (agency_id, attempt_no, rater_no),
    FOREIGN KEY (agency_id, attempt_no) REFERENCES attempt (agency_id, attempt_no),
    FOREIGN KEY (agency_id, rater_no) REFERENCES rater (agency_id, rater_no)
); -- clustered
CREATE INDEX rating_assignment_rater ON rating_assignment (agency_id, rater_no);

-- One rater's rating of one response with its rubric (R13). A correction is a new row that names the one it replaces.
CREATE TABLE rubric_rating (
    agency_id         INTEGER NOT NULL,  -- [code] the agency
    rating_no         INTEGER NOT NULL,  -- [code] number inside
    rating_id         TEXT NOT NULL,     -- [direct] random id made by the rater's client, so that a save can be repeated
    attempt_no        INTEGER NOT NULL,  -- [code] the attempt; delivery, participant, wave and form version follow from it
    item_no           INTEGER NOT NULL,  -- [safe] item of the attempt's form version
    revision          BIGINT NOT NULL,   -- [code] revision of the answer that was judged; the rating stands while the answer has it
    rater_no          INTEGER NOT NULL,  -- [direct] who judged
    second            BOOLEAN NOT NULL,  -- [safe] the second, blind rating
    rated_at          TIMESTAMPTZ NOT NULL, -- [time] when it was begun
    replaces_no       INTEGER,           -- [code] the rating this one corrects; null otherwise
    correction_reason TEXT,              -- [text] why it was corrected
    PRIMARY KEY (agency_id, rating_no),
    UNIQUE (agency_id, rating_id),
    UNIQUE (agency_id, replaces_no),
    CHECK ((replaces_no IS NULL) = (correction_reason IS NULL)),
    FOREIGN KEY (agency_id, attempt_no, rater_no) REFERENCES rating_assignment (agency_id, attempt_no, rater_no),
    FOREIGN KEY (agency_id, replaces_no) REFERENCES rubric_rating (agency_id, rating_no)
);
CREATE INDEX rubric_rating_attempt ON rubric_rating (agency_id, attempt_no, item_no);

-- The levels of a rating, added as the rater goes and never changed.
CREATE TABLE rubric_level (
    agency_id INTEGER NOT NULL,          -- [code] the agency
    rating_no INTEGER NOT NULL,          -- [code] the rating
    criterion TEXT NOT NULL,             -- [safe] criterion of the item's rubric
    level     INTEGER NOT NULL CHECK (level >= 1), -- [sensitive] level of the criterion, lowest 1
    rated_at  TIMESTAMPTZ NOT NULL,      -- [time] when
    PRIMARY KEY (agency_id, rating_no, criterion),
    FOREIGN KEY (agency_id, rating_no) REFERENCES rubric_rating (agency_id, rating_no)
); -- clustered

-- Use of the training on the job, after return to duty (R15). A correction is a new row that names the one it replaces.
CREATE TABLE follow_up_assessment (
    agency_id         INTEGER NOT NULL,  -- [code] the agency
    follow_up_no      INTEGER NOT NULL,  -- [code] number inside
    follow_up_id      TEXT NOT NULL,     -- [direct] random id at the border
    delivery_no       INTEGER NOT NULL,  -- [code] the delivery followed up
    participant_no    INTEGER NOT NULL,  -- [code] the participant
    wave              TEXT NOT NULL REFERENCES wave (code), -- [safe] the wave
    source            TEXT NOT NULL CHECK (source IN ('self', 'supervisor', 'recording', 'records')), -- [safe] where the judgement comes from
    rater_no          INTEGER,           -- [direct] who judged; null for self, or while nobody has
    form_version_no   INTEGER NOT NULL REFERENCES form_version (form_version_no), -- [safe] checklist used
    due_on            DATE NOT NULL,     -- [time] day it is due
    done_on           DATE,              -- [time] day it was done; null while it is not
    opportunity       BOOLEAN,           -- [sensitive] there was occasion to use the training; null unknown
    points            INTEGER,           -- [sensitive] share of indicators shown of those with occasion, ticks (12,600 = all); null when none had
    replaces_no       INTEGER,           -- [code] the assessment this one corrects; null otherwise
    correction_reason TEXT,              -- [text] why it was corrected
    entered_at        TIMESTAMPTZ NOT NULL, -- [time] when the row was made
    PRIMARY KEY (agency_id, follow_up_no),
    UNIQUE (agency_id, follow_up_id),
    UNIQUE (agency_id, replaces_no),
    CHECK (source <> 'self' OR rater_no IS NULL),
    CHECK ((replaces_no IS NULL) = (correction_reason IS NULL)),
    FOREIGN KEY (agency_id, delivery_no, participant_no) REFERENCES enrollment (agency_id, delivery_no, participant_no),
    FOREIGN KEY (agency_id, rater_no) REFERENCES rater (agency_id, rater_no),
    FOREIGN KEY (agency_id, replaces_no) REFERENCES follow_up_assessment (agency_id, follow_up_no)
);

-- The indicators of a follow-up assessment.
CREATE TABLE follow_up_indicator (
    agency_id    INTEGER NOT NULL,       -- [code] the agency
    follow_up_no INTEGER NOT NULL,       -- [code] the assessment
    item_no      INTEGER NOT NULL,       -- [safe] indicator of its form version
    value        TEXT NOT NULL CHECK (value IN ('shown', 'not-shown', 'no-opportunity')), -- [sensitive] what was seen
    PRIMARY KEY (agency_id, follow_up_no, item_no),
    FOREIGN KEY (agency_id, follow_up_no) REFERENCES follow_up_assessment (agency_id, follow_up_no)
); -- clustered

-- ---- Interactions between officers and the public, with or without force

-- One contact (R44-R48). Count units apart: interaction, subject, officer, each tactic use, each force application.
-- A correction is a new interaction, with all its parts, that names the one it replaces.
CREATE TABLE interaction (
    agency_id          INTEGER NOT NULL REFERENCES agency (agency_id), -- [code] the agency
    interaction_no     INTEGER NOT NULL, -- [code] number inside
    interaction_id     TEXT NOT NULL,    -- [direct] random id at the border
    case_reference     TEXT,             -- [direct] the agency's case number; never exported
    occurred_on        DATE NOT NULL,    -- [time] day of the contact
    occurred_hour      INTEGER CHECK (occurred_hour BETWEEN 0 AND 23), -- [time] hour of the contact, local time; null unknown
    county             TEXT,             -- [direct] county
    location_type      TEXT,             -- [quasi] code of the NIBRS location list
    contact_reason     TEXT NOT NULL CHECK (contact_reason IN ('unlawful-activity', 'traffic-stop', 'warrant-or-court', 'medical-or-welfare', 'routine-patrol', 'follow-up-investigation', 'mass-demonstration', 'other', 'unknown')), -- [quasi] FBI reason for initial contact
    contact_origin     TEXT NOT NULL CHECK (contact_origin IN ('call-for-service', 'officer-initiated', 'pre-planned', 'unknown')), -- [quasi] who began it
    offense_code       TEXT,             -- [quasi] most serious offence, NIBRS code; null when none
    officers_present   INTEGER NOT NULL CHECK (officers_present > 0), -- [quasi] officers on scene, all agencies
    supervisor         TEXT NOT NULL CHECK (supervisor IN ('yes', 'no', 'unknown')), -- [safe] supervisor present or consulted
    cit_involved       TEXT NOT NULL CHECK (cit_involved IN ('yes', 'no', 'unknown')), -- [safe] crisis intervention team took part
    minutes_to_plan    DOUBLE PRECISION CHECK (minutes_to_plan >= 0), -- [safe] minutes from dispatch to contact; null unknown
    minutes_on_scene   DOUBLE PRECISION CHECK (minutes_on_scene >= 0), -- [safe] length of the contact, minutes; null unknown
    feasible           TEXT NOT NULL CHECK (feasible IN ('yes', 'no', 'unknown')), -- [safe] there was opportunity to de-escalate
    outcome            TEXT NOT NULL CHECK (outcome IN ('resolved-without-force', 'less-force-than-authorised', 'force-used', 'disengaged', 'unknown')), -- [sensitive] how it ended; coded by itself, never inferred from tactics or force
    disposition        TEXT NOT NULL CHECK (disposition IN ('arrest', 'citation', 'evaluation-transport', 'referral', 'warning', 'none', 'other', 'unknown')), -- [sensitive] what followed for the subject
    complaint          BOOLEAN,          -- [sensitive] complaint within the agency's number of days; null unknown
    source             TEXT NOT NULL CHECK (source IN ('self', 'supervisor', 'recording', 'narrative')), -- [safe] who coded the record
    narrative          TEXT,             -- [text] what happened; never released
    rule_set           TEXT NOT NULL,    -- [safe] version of the reporting rules that made it reportable (R44, R48)
    burden_minutes     DOUBLE PRECISION CHECK (burden_minutes >= 0), -- [safe] minutes it took to report; null unknown
    entered_at         TIMESTAMPTZ NOT NULL, -- [time] when it was entered
    replaces_no        INTEGER,          -- [code] the record this one corrects; null otherwise
    correction_reason  TEXT,             -- [text] why it was corrected
    PRIMARY KEY (agency_id, interaction_no),
    UNIQUE (agency_id, interaction_id),
    UNIQUE (agency_id, replaces_no),
    CHECK ((replaces_no IS NULL) = (correction_reason IS NULL)),
    FOREIGN KEY (agency_id, replaces_no) REFERENCES interaction (agency_id, interaction_no)
);
CREATE INDEX interaction_day ON interaction (agency_id, occurred_on);

-- A person met by the officers. No name, no date of birth: those are refused at the door.
CREATE TABLE interaction_subject (
    agency_id        INTEGER NOT NULL,   -- [code] the agency
    interaction_no   INTEGER NOT NULL,   -- [code] the interaction
    subject_no       INTEGER NOT NULL,   -- [code] counts from 1
    sex              TEXT CHECK (sex IN ('female', 'male', 'other', 'unknown')), -- [quasi] as perceived
    race             TEXT CHECK (race IN ('W', 'B', 'I', 'A', 'P', 'M', 'U')), -- [quasi] NIBRS code as perceived; M = several
    ethnicity        TEXT CHECK (ethnicity IN ('H', 'N', 'U')), -- [quasi] NIBRS code as perceived
    age_band         TEXT,               -- [quasi] such as 25-34, as perceived
    crisis           TEXT NOT NULL CHECK (crisis IN ('none', 'perceived', 'confirmed', 'unknown')), -- [sensitive] mental or behavioral health or suicidal crisis
    disability       TEXT NOT NULL CHECK (disability IN ('none', 'perceived', 'disclosed', 'unknown')), -- [sensitive] disability, apart from crisis
    impaired         TEXT NOT NULL CHECK (impaired IN ('none', 'mental-health', 'alcohol', 'drugs', 'several', 'unknown')), -- [sensitive] impairment known or apparent (FBI)
    threat           TEXT NOT NULL CHECK (threat IN ('none', 'to-officer', 'to-other', 'to-self', 'several', 'unknown')), -- [sensitive] threat perceived, to whom
    armed            TEXT NOT NULL CHECK (armed IN ('no', 'believed', 'confirmed', 'unknown')), -- [sensitive] armed or believed to be
    weapon           TEXT,               -- [sensitive] code of the weapon list; null when none
    resistance       TEXT NOT NULL CHECK (resistance IN ('none', 'passive', 'verbal-threat', 'flight', 'resisted-handcuffing', 'physical', 'weapon', 'unknown')), -- [sensitive] highest resistance
    PRIMARY KEY (agency_id, interaction_no, subject_no),
    FOREIGN KEY (agency_id, interaction_no) REFERENCES interaction (agency_id, interaction_no)
);

-- An officer's part in an interaction. The link to a participant is research data: no agency role sees it.
CREATE TABLE interaction_officer (
    agency_id          INTEGER NOT NULL, -- [code] the agency
    interaction_no     INTEGER NOT NULL, -- [code] the interaction
    officer_no         INTEGER NOT NULL, -- [code] counts from 1
    participant_no     INTEGER,          -- [direct] the participant; null for officers not in training or of another agency
    own_agency         BOOLEAN NOT NULL, -- [safe] false for an officer of another agency
    sex                TEXT CHECK (sex IN ('female', 'male', 'other', 'unknown')), -- [quasi] sex
    race               TEXT CHECK (race IN ('W', 'B', 'I', 'A', 'P', 'M', 'U')), -- [quasi] NIBRS code
    ethnicity          TEXT CHECK (ethnicity IN ('H', 'N', 'U')), -- [quasi] NIBRS code
    age_band           TEXT,             -- [quasi] age band
    years_of_service   INTEGER CHECK (years_of_service BETWEEN 0 AND 70), -- [quasi] whole years
    full_time          BOOLEAN,          -- [quasi] full time; null unknown
    on_duty            BOOLEAN,          -- [safe] on duty; null unknown
    identifiable       TEXT CHECK (identifiable IN ('uniform', 'badge', 'vehicle', 'verbal', 'no', 'unknown')), -- [safe] how readily identifiable
    used_force         BOOLEAN NOT NULL, -- [sensitive] applied force
    discharged_firearm BOOLEAN NOT NULL, -- [sensitive] discharged a firearm
    PRIMARY KEY (agency_id, interaction_no, officer_no),
    FOREIGN KEY (agency_id, interaction_no) REFERENCES interaction (agency_id, interaction_no),
    FOREIGN KEY (agency_id, participant_no) REFERENCES participant (agency_id, participant_no)
);

-- One attempt of one tactic by one officer.
CREATE TABLE tactic_use (
    agency_id        INTEGER NOT NULL,   -- [code] the agency
    interaction_no   INTEGER NOT NULL,   -- [code] the interaction
    use_no           INTEGER NOT NULL,   -- [code] order in the interaction, from 1
    officer_no       INTEGER NOT NULL,   -- [code] the officer
    tactic_code      TEXT NOT NULL REFERENCES tactic (code), -- [safe] the tactic
    minutes_in       DOUBLE PRECISION CHECK (minutes_in >= 0), -- [safe] minutes since contact; null unknown
    when_used        TEXT NOT NULL CHECK (when_used IN ('no-force', 'before-force', 'during-force', 'after-force', 'unknown')), -- [sensitive] relative to force
    effect           INTEGER CHECK (effect BETWEEN -2 AND 2), -- [sensitive] perceived effect, -2 much worse to +2 much better; null not judged
    source           TEXT NOT NULL CHECK (source IN ('self', 'supervisor', 'recording', 'narrative')), -- [safe] who coded it
    rater_no         INTEGER,            -- [direct] coder, for reliability; null for self
    PRIMARY KEY (agency_id, interaction_no, use_no),
    FOREIGN KEY (agency_id, interaction_no, officer_no) REFERENCES interaction_officer (agency_id, interaction_no, officer_no),
    FOREIGN KEY (agency_id, rater_no) REFERENCES rater (agency_id, rater_no)
);

-- One application of force by one officer to one subject.
CREATE TABLE force_application (
    agency_id      INTEGER NOT NULL,     -- [code] the agency
    interaction_no INTEGER NOT NULL,     -- [code] the interaction
    application_no INTEGER NOT NULL,     -- [code] order in the interaction, from 1
    officer_no     INTEGER NOT NULL,     -- [code] the officer
    subject_no     INTEGER NOT NULL,     -- [code] the subject
    force          TEXT NOT NULL CHECK (force IN ('handcuff-with-force', 'restraint-hold', 'takedown', 'hands-fists-feet', 'chemical', 'baton', 'blunt-instrument', 'impact-projectile', 'electronic-control-weapon', 'canine', 'vehicle', 'explosive-device', 'firearm-pointed', 'firearm-discharged', 'other')), -- [sensitive] type of force
    minutes_in     DOUBLE PRECISION CHECK (minutes_in >= 0), -- [safe] minutes since contact; null unknown
    PRIMARY KEY (agency_id, interaction_no, application_no),
    FOREIGN KEY (agency_id, interaction_no, officer_no) REFERENCES interaction_officer (agency_id, interaction_no, officer_no),
    FOREIGN KEY (agency_id, interaction_no, subject_no) REFERENCES interaction_subject (agency_id, interaction_no, subject_no)
);

-- An injury of an officer, a subject or a third party; severity is derived from the code.
CREATE TABLE injury (
    agency_id      INTEGER NOT NULL,     -- [code] the agency
    interaction_no INTEGER NOT NULL,     -- [code] the interaction
    injury_no      INTEGER NOT NULL,     -- [code] counts from 1
    injured        TEXT NOT NULL CHECK (injured IN ('officer', 'subject', 'third-party')), -- [safe] who was injured
    officer_no     INTEGER,              -- [code] the officer; null otherwise
    subject_no     INTEGER,              -- [code] the subject; null otherwise
    relation       TEXT CHECK (relation IN ('bystander', 'victim', 'family', 'mental-health-professional', 'other-responder')), -- [quasi] who the third party is; null otherwise
    code           TEXT NOT NULL CHECK (code IN ('N', 'M', 'B', 'I', 'L', 'O', 'T', 'U', 'GSW', 'DTH', 'PAIN', 'UNK')), -- [sensitive] NIBRS injury code, or gunshot, death, complaint of pain, unknown
    serious        BOOLEAN,              -- [sensitive] reviewer's yes or no to 18 U.S.C. 2246(4); null not reviewed
    caused_by      TEXT NOT NULL CHECK (caused_by IN ('officer', 'subject', 'third-party', 'self', 'accident', 'unknown')), -- [sensitive] by whom
    before_contact BOOLEAN NOT NULL,     -- [sensitive] was there before the contact
    treatment      TEXT NOT NULL CHECK (treatment IN ('none', 'first-aid', 'ems', 'urgent-care', 'hospital', 'mental-health-facility', 'refused', 'unknown')), -- [sensitive] treatment received
    minutes_to_aid DOUBLE PRECISION CHECK (minutes_to_aid >= 0), -- [safe] minutes until aid; null unknown
    PRIMARY KEY (agency_id, interaction_no, injury_no),
    CHECK ((injured = 'officer') = (officer_no IS NOT NULL)),
    CHECK ((injured = 'subject') = (subject_no IS NOT NULL)),
    CHECK ((injured = 'third-party') = (relation IS NOT NULL)),
    FOREIGN KEY (agency_id, interaction_no) REFERENCES interaction (agency_id, interaction_no),
    FOREIGN KEY (agency_id, interaction_no, officer_no) REFERENCES interaction_officer (agency_id, interaction_no, officer_no),
    FOREIGN KEY (agency_id, interaction_no, subject_no) REFERENCES interaction_subject (agency_id, interaction_no, subject_no)
);

-- What prevented or precluded de-escalation (I2).
CREATE TABLE impediment (
    agency_id      INTEGER NOT NULL,     -- [code] the agency
    interaction_no INTEGER NOT NULL,     -- [code] the interaction
    code           TEXT NOT NULL CHECK (code IN ('non-compliance', 'anti-police-statements', 'domestic-violence', 'officer-initiated', 'weapon', 'immediate-threat', 'no-time', 'no-backup', 'impairment', 'language', 'crowd', 'third-party', 'policy-or-supervisor', 'other')), -- [safe] the impediment
    PRIMARY KEY (agency_id, interaction_no, code),
    FOREIGN KEY (agency_id, interaction_no) REFERENCES interaction (agency_id, interaction_no)
);

-- A referral made for a subject (topic iv).
CREATE TABLE referral (
    agency_id      INTEGER NOT NULL,     -- [code] the agency
    interaction_no INTEGER NOT NULL,     -- [code] the interaction
    referral_no    INTEGER NOT NULL,     -- [code] counts from 1
    subject_no     INTEGER NOT NULL,     -- [code] the subject
    kind           TEXT NOT NULL CHECK (kind IN ('behavioral-health', 'housing', 'public-benefits', 'suicide-lifeline', 'other')), -- [sensitive] to what
    accepted       TEXT NOT NULL CHECK (accepted IN ('yes', 'no', 'unknown')), -- [sensitive] whether it was taken up
    PRIMARY KEY (agency_id, interaction_no, referral_no),
    FOREIGN KEY (agency_id, interaction_no, subject_no) REFERENCES interaction_subject (agency_id, interaction_no, subject_no)
);

-- Monthly denominators of an agency; the unit of rates. A correction replaces the row, the audit entry keeps the old counts.
CREATE TABLE contact_volume (
    agency_id         INTEGER NOT NULL REFERENCES agency (agency_id), -- [code] the agency
    month             DATE NOT NULL,     -- [time] first day of the month
    calls_for_service INTEGER NOT NULL CHECK (calls_for_service >= 0), -- [quasi] citizen calls for service
    officer_initiated INTEGER NOT NULL CHECK (officer_initiated >= 0), -- [quasi] officer-initiated contacts
    court_bailiff     INTEGER NOT NULL CHECK (court_bailiff >= 0), -- [quasi] court and bailiff activities (FBI LEPC)
    arrests           INTEGER NOT NULL CHECK (arrests >= 0), -- [quasi] arrests
    officer_months    DOUBLE PRECISION NOT NULL CHECK (officer_months >= 0), -- [quasi] officers in service, full-time equivalents over the month
    estimated         BOOLEAN NOT NULL,  -- [safe] true when counts are estimates
    reported_at       TIMESTAMPTZ NOT NULL, -- [time] when it was reported
    PRIMARY KEY (agency_id, month)
);

-- An agency-month that says "none", which is not the same as having said nothing.
CREATE TABLE zero_report (
    agency_id   INTEGER NOT NULL REFERENCES agency (agency_id), -- [code] the agency
    month       DATE NOT NULL,           -- [time] first day of the month
    kind        TEXT NOT NULL CHECK (kind IN ('interactions', 'force')), -- [safe] none of what
    reported_at TIMESTAMPTZ NOT NULL,    -- [time] when it was reported
    PRIMARY KEY (agency_id, month, kind)
);

-- ---- Grants and the registers of a grantee

-- One award of money to an agency.
CREATE TABLE grant_award (
    agency_id        INTEGER NOT NULL REFERENCES agency (agency_id), -- [code] the recipient
    grant_no         INTEGER NOT NULL,   -- [code] number inside
    grant_id         TEXT NOT NULL,      -- [direct] random id at the border
    award_number     TEXT NOT NULL,      -- [direct] number as the grantor writes it
    stream           TEXT NOT NULL CHECK (stream IN ('jag-training', 'cops-deescalation', 'state', 'other')), -- [safe] source of the money; jag-training is 34 U.S.C. 10159
    title            TEXT NOT NULL,      -- [text] title of the award
    period_from      DATE NOT NULL,      -- [time] first day of the period of performance
    period_to        DATE NOT NULL,      -- [time] last day
    amount_cents     BIGINT NOT NULL CHECK (amount_cents >= 0), -- [quasi] amount awarded, US cents
    first_fiscal_year INTEGER NOT NULL,  -- [time] federal fiscal year (October to September) in which money first came; reports are due for it and the next two
    passed_through_by INTEGER REFERENCES agency (agency_id), -- [code] state agency that passed the money on; null when direct
    PRIMARY KEY (agency_id, grant_no),
    UNIQUE (agency_id, grant_id),
    UNIQUE (agency_id, award_number),
    CHECK (period_to >= period_from)
);

-- Reports owed for an award, and the proof of handing in (R43).
CREATE TABLE grant_report (
    agency_id    INTEGER NOT NULL,       -- [code] the recipient
    grant_no     INTEGER NOT NULL,       -- [code] the award
    fiscal_year  INTEGER NOT NULL,       -- [time] federal fiscal year reported on
    report_year  INTEGER NOT NULL CHECK (report_year BETWEEN 1 AND 3), -- [safe] report 1, 2 or 3 of 3
    fiscal_from  DATE NOT NULL,          -- [time] first day of the fiscal year
    fiscal_to    DATE NOT NULL,          -- [time] last day of the fiscal year
    due_on       DATE NOT NULL,          -- [time] last day to hand it in
    submitted_on DATE,                   -- [time] day it was handed in; null before
    receipt      TEXT,                   -- [direct] receipt of the grantor; null before
    contact_role TEXT NOT NULL,          -- [text] who answers questions, as a role and not a name
    other_funds_elected BOOLEAN NOT NULL, -- [safe] the agency elects to report courses paid from other sources (R37)
    unspent_plan TEXT,                   -- [text] plan for what is unspent (R42); null when none was given
    cost_per_officer_cents BIGINT CHECK (cost_per_officer_cents >= 0), -- [quasi] cost of training one officer, US cents; null unknown
    statements   TEXT NOT NULL,          -- [text] statements the award asks for, as printed; JSON array of text
    PRIMARY KEY (agency_id, grant_no, fiscal_year),
    FOREIGN KEY (agency_id, grant_no) REFERENCES grant_award (agency_id, grant_no)
);

-- Answers to the seven narrative questions of a grant report.
CREATE TABLE narrative_answer (
    agency_id   INTEGER NOT NULL,        -- [code] the recipient
    grant_no    INTEGER NOT NULL,        -- [code] the award
    fiscal_year INTEGER NOT NULL,        -- [time] fiscal year reported on
    question_no INTEGER NOT NULL CHECK (question_no BETWEEN 1 AND 7), -- [safe] 1 accomplishments, 2 goals, 3 problems, 4 help wanted, 5 on track, 6 next six months, 7 innovations
    answer      TEXT NOT NULL,           -- [text] the answer
    PRIMARY KEY (agency_id, grant_no, fiscal_year, question_no),
    FOREIGN KEY (agency_id, grant_no) REFERENCES grant_award (agency_id, grant_no)
);

-- Targets of the measures M1 to M14.
CREATE TABLE measure_target (
    agency_id    INTEGER NOT NULL,       -- [code] the recipient
    grant_no     INTEGER NOT NULL,       -- [code] the award
    fiscal_year  INTEGER NOT NULL,       -- [time] fiscal year aimed at
    measure_code TEXT NOT NULL,          -- [safe] M1 to M14
    target       DOUBLE PRECISION NOT NULL, -- [safe] value aimed at
    unit         TEXT NOT NULL,          -- [safe] its unit in words, such as officers
    source       TEXT NOT NULL,          -- [text] where the target comes from, such as the application
    PRIMARY KEY (agency_id, grant_no, fiscal_year, measure_code),
    FOREIGN KEY (agency_id, grant_no) REFERENCES grant_award (agency_id, grant_no)
);

-- Money received, kept, passed on, spent and planned (R27-R30, R34, R42).
CREATE TABLE money_line (
    agency_id    INTEGER NOT NULL,       -- [code] the recipient
    grant_no     INTEGER NOT NULL,       -- [code] the award
    line_no      INTEGER NOT NULL,       -- [code] order of the entries, from 1
    kind         TEXT NOT NULL CHECK (kind IN ('received', 'retained', 'passed-through', 'spent', 'planned')), -- [safe] what happened to it
    category     TEXT NOT NULL CHECK (category IN ('conduct', 'attendance', 'overtime', 'procurement', 'reporting', 'fbi-collection', 'continuing-education', 'partners', 'unassigned')), -- [safe] cost line; reporting and fbi-collection are capped at 5 % of the award each
    amount_cents BIGINT NOT NULL,        -- [quasi] US cents; negative for a correction
    booked_on    DATE NOT NULL,          -- [time] day of the entry
    note         TEXT,                   -- [text] what for
    PRIMARY KEY (agency_id, grant_no, line_no),
    FOREIGN KEY (agency_id, grant_no) REFERENCES grant_award (agency_id, grant_no)
);

-- Barriers to providing training on the topics (R39).
CREATE TABLE barrier (
    agency_id   INTEGER NOT NULL REFERENCES agency (agency_id), -- [code] the agency
    barrier_no  INTEGER NOT NULL,        -- [code] number inside
    topic_code  TEXT REFERENCES topic (code), -- [safe] topic it hinders; null for all
    code        TEXT NOT NULL CHECK (code IN ('staffing', 'hiring', 'budget', 'procurement', 'contracting', 'backfill-cost', 'no-course-near', 'no-certified-course', 'trainer-shortage', 'scheduling', 'facilities', 'technology', 'labor-agreement', 'mental-health-partner', 'policy', 'other')), -- [safe] the barrier
    first_month DATE NOT NULL,           -- [time] first day of the first month affected
    last_month  DATE,                    -- [time] first day of the last month affected; null while it lasts
    description TEXT NOT NULL,           -- [text] in words
    action      TEXT,                    -- [text] what is done about it
    PRIMARY KEY (agency_id, barrier_no)
);

-- Dated plan to train all officers (R42).
CREATE TABLE training_plan (
    agency_id        INTEGER NOT NULL REFERENCES agency (agency_id), -- [code] the agency
    plan_no          INTEGER NOT NULL,   -- [code] number inside
    topic_code       TEXT NOT NULL REFERENCES topic (code), -- [safe] topic
    quarter          DATE NOT NULL,      -- [time] first day of the quarter
    officers_planned INTEGER NOT NULL CHECK (officers_planned >= 0), -- [quasi] officers to be trained in it
    cost_cents       BIGINT NOT NULL CHECK (cost_cents >= 0), -- [quasi] expected cost, US cents
    PRIMARY KEY (agency_id, plan_no),
    UNIQUE (agency_id, topic_code, quarter)
);

-- Local mental health organizations and other partners (R19, R33).
CREATE TABLE partner (
    agency_id    INTEGER NOT NULL REFERENCES agency (agency_id), -- [code] the agency
    partner_no   INTEGER NOT NULL,       -- [code] number inside
    partner_id   TEXT NOT NULL,          -- [direct] random id at the border
    name         TEXT NOT NULL,          -- [direct] the organization
    kind         TEXT NOT NULL CHECK (kind IN ('mental-health', 'health-service', 'lived-experience', 'disability', 'housing', 'other')), -- [safe] what it is
    since        DATE NOT NULL,          -- [time] first day of the relationship
    until        DATE,                   -- [time] last day; null while it lasts
    PRIMARY KEY (agency_id, partner_no),
    UNIQUE (agency_id, partner_id)
);

-- A partner's part in a delivery (R19).
CREATE TABLE delivery_partner (
    agency_id   INTEGER NOT NULL,        -- [code] the agency
    delivery_no INTEGER NOT NULL,        -- [code] the delivery
    partner_no  INTEGER NOT NULL,        -- [code] the partner
    part        TEXT NOT NULL,           -- [text] what it did
    minutes     INTEGER NOT NULL CHECK (minutes >= 0), -- [safe] minutes
    lived_experience BOOLEAN NOT NULL,   -- [safe] people with lived experience led or spoke in it
    PRIMARY KEY (agency_id, delivery_no, partner_no),
    FOREIGN KEY (agency_id, delivery_no) REFERENCES delivery (agency_id, delivery_no),
    FOREIGN KEY (agency_id, partner_no) REFERENCES partner (agency_id, partner_no)
);

-- Consultations about curricula and rules (R16, R44).
CREATE TABLE consultation (
    agency_id        INTEGER NOT NULL REFERENCES agency (agency_id), -- [code] the agency
    consultation_no  INTEGER NOT NULL,   -- [code] number inside
    stakeholder      TEXT NOT NULL CHECK (stakeholder IN ('state-agency', 'local-agency', 'mental-health', 'disability', 'labor', 'professional', 'trade', 'suicide-prevention', 'family', 'civil-rights', 'other')), -- [safe] kind of stakeholder
    held_on          DATE NOT NULL,      -- [time] day
    input            TEXT NOT NULL,      -- [text] what was said
    disposition      TEXT,               -- [text] what became of it
    PRIMARY KEY (agency_id, consultation_no)
);

-- ---- Studies, analyses, reports, releases

-- A declared evaluation. Outcomes and plan are frozen before outcomes are read.
CREATE TABLE study (
    agency_id    INTEGER NOT NULL REFERENCES agency (agency_id), -- [code] the agency that hosts it
    study_no     INTEGER NOT NULL,       -- [code] number inside
    study_id     TEXT NOT NULL,          -- [direct] random id at the border
    title        TEXT NOT NULL,          -- [safe] title
    design_class TEXT NOT NULL CHECK (design_class IN ('A', 'B', 'C', 'D')), -- [safe] A randomized or stepped wedge, B comparison or time series, C before-after, D description
    outcomes     TEXT NOT NULL,          -- [safe] declared outcomes, JSON: instrument, scale, wave, primary or secondary
    plan         TEXT NOT NULL,          -- [safe] analysis plan, JSON: estimators, missing-data rules, levels
    created_at   TIMESTAMPTZ NOT NULL,   -- [time] when declared
    frozen_at    TIMESTAMPTZ,            -- [time] when outcomes and plan were frozen; null before
    PRIMARY KEY (agency_id, study_no),
    UNIQUE (agency_id, study_id)
);

-- Agencies that take part in a study.
CREATE TABLE study_agency (
    agency_id        INTEGER NOT NULL,   -- [code] the host
    study_no         INTEGER NOT NULL,   -- [code] the study
    member_agency_id INTEGER NOT NULL REFERENCES agency (agency_id), -- [code] agency that takes part
    arm              TEXT,               -- [quasi] arm, such as trained or comparison; null without arms
    step             INTEGER CHECK (step > 0), -- [quasi] step of a stepped wedge, from 1; null otherwise
    joined_on        DATE NOT NULL,      -- [time] day it joined
    PRIMARY KEY (agency_id, study_no, member_agency_id),
    FOREIGN KEY (agency_id, study_no) REFERENCES study (agency_id, study_no)
);

-- One analysis as it was run: a printed number can be traced to it and computed again.
CREATE TABLE analysis_run (
    agency_id       INTEGER NOT NULL,    -- [code] the host of the study
    analysis_no     INTEGER NOT NULL,    -- [code] number inside
    analysis_id     TEXT NOT NULL,       -- [direct] random id at the border
    study_no        INTEGER NOT NULL,    -- [code] the study
    options         TEXT NOT NULL,       -- [safe] instrument, waves, scales, levels; canonical JSON
    input_hash      TEXT NOT NULL,       -- [code] SHA-256 of the rows read, lower-case hex
    program_version TEXT NOT NULL,       -- [safe] version that computed it
    findings        TEXT NOT NULL,       -- [sensitive] findings, JSON; confidential until protected
    created_at      TIMESTAMPTZ NOT NULL, -- [time] when it was run
    PRIMARY KEY (agency_id, analysis_no),
    UNIQUE (agency_id, analysis_id),
    FOREIGN KEY (agency_id, study_no) REFERENCES study (agency_id, study_no)
);

-- A report as it was composed: the facts in it stay, whatever changes later.
CREATE TABLE report (
    agency_id       INTEGER NOT NULL REFERENCES agency (agency_id), -- [code] the agency it is about or that asked for it
    report_no       INTEGER NOT NULL,    -- [code] number inside
    report_id       TEXT NOT NULL,       -- [direct] random id at the border
    kind            TEXT NOT NULL CHECK (kind IN ('grant-performance', 'nij', 'gao', 'state', 'fact-sheet')), -- [safe] which report
    parameters      TEXT NOT NULL,       -- [safe] what was asked for; canonical JSON
    facts           TEXT NOT NULL,       -- [sensitive] everything printed, as read on as_of; JSON
    analysis_no     INTEGER,             -- [code] analysis it prints; null when none
    program_version TEXT NOT NULL,       -- [safe] version that composed it
    as_of           DATE NOT NULL,       -- [time] day the facts hold for
    created_at      TIMESTAMPTZ NOT NULL, -- [time] when it was composed
    PRIMARY KEY (agency_id, report_no),
    UNIQUE (agency_id, report_id),
    FOREIGN KEY (agency_id, analysis_no) REFERENCES analysis_run (agency_id, analysis_no)
);

-- Ledger of released packages: what has left, and under which rules.
CREATE TABLE release_ledger (
    agency_id       INTEGER NOT NULL,    -- [code] the host of the study
    release_no      INTEGER NOT NULL,    -- [code] number inside
    release_id      TEXT NOT NULL,       -- [safe] random id, printed in the package
    study_no        INTEGER NOT NULL,    -- [code] the study
    product         TEXT NOT NULL CHECK (product IN ('public', 'restricted')), -- [safe] which product
    profile         TEXT NOT NULL,       -- [safe] k, limits, bands, hierarchy versions; canonical JSON
    counts          TEXT NOT NULL,       -- [sensitive] persons, agencies, masked, classes; JSON
    snapshot_hash   TEXT NOT NULL,       -- [code] SHA-256 of the rows read, lower-case hex
    package_hash    TEXT NOT NULL,       -- [safe] SHA-256 of the manifest, lower-case hex
    state           TEXT NOT NULL CHECK (state IN ('built', 'approved', 'superseded')), -- [safe] where it stands
    requested_by    TEXT NOT NULL,       -- [direct] key that asked for it
    approved_by     TEXT,                -- [direct] key that approved it, another one; null before
    program_version TEXT NOT NULL,       -- [safe] version that built it
    created_at      TIMESTAMPTZ NOT NULL, -- [time] when it was built
    PRIMARY KEY (agency_id, release_no),
    UNIQUE (agency_id, release_id),
    CHECK (approved_by IS NULL OR approved_by <> requested_by),
    FOREIGN KEY (agency_id, study_no) REFERENCES study (agency_id, study_no)
);

-- Who was in a release and how finely shown: the joint check of later releases asks it. Never leaves the service.
CREATE TABLE release_person (
    agency_id        INTEGER NOT NULL,   -- [code] the host of the study
    release_no       INTEGER NOT NULL,   -- [code] the release
    member_agency_id INTEGER NOT NULL,   -- [code] the participant's agency
    participant_no   INTEGER NOT NULL,   -- [code] the participant
    shown            TEXT NOT NULL CHECK (shown IN ('open', 'masked')), -- [sensitive] quasi-identifiers shown or masked
    levels           TEXT NOT NULL,      -- [sensitive] level of each quasi-identifier; canonical JSON
    PRIMARY KEY (agency_id, release_no, member_agency_id, participant_no),
    FOREIGN KEY (agency_id, release_no) REFERENCES release_ledger (agency_id, release_no),
    FOREIGN KEY (member_agency_id, participant_no) REFERENCES participant (agency_id, participant_no)
); -- clustered

-- ---- Audit

-- Who did what, append-only; also the transfer log of 28 CFR 22. Each agency has its own chain.
CREATE TABLE audit_entry (
    agency_id     INTEGER NOT NULL REFERENCES agency (agency_id), -- [code] agency whose data were touched
    sequence_no   INTEGER NOT NULL,      -- [code] order in the chain, from 1, without gaps
    at            TIMESTAMPTZ NOT NULL,  -- [time] when
    actor         TEXT NOT NULL,         -- [direct] staff key ("key 4.2"), "participant" or "system"
    role          TEXT NOT NULL,         -- [safe] role acted in
    action        TEXT NOT NULL,         -- [safe] verb.noun, such as open.administration
    object_id     TEXT,                  -- [direct] random id of the thing; null when none
    outcome       TEXT NOT NULL,         -- [safe] done, or the code of the refusal
    reason        TEXT,                  -- [text] reason given, where one is asked for
    previous_hash TEXT NOT NULL,         -- [code] hash of the entry before; 64 zeros for the first
    hash          TEXT NOT NULL,         -- [code] SHA-256 of previous_hash followed by the canonical JSON of the entry, lower-case hex
    PRIMARY KEY (agency_id, sequence_no)
);

-- ---- Rows that every installation begins with

INSERT INTO topic (code, numeral, title) VALUES
    ('DE_ALT', 'i', 'De-escalation tactics and alternatives to use of force'),
    ('CRISIS_DIS', 'ii', 'Safely responding to a person in crisis or with a disability'),
    ('CIT_PART', 'iii', 'Participating on a crisis intervention team'),
    ('REFERRAL', 'iv', 'Making referrals to community services');

INSERT INTO tactic (code, meaning, origin) VALUES
    ('respect', 'Respectful tone', 'todak-james'),
    ('calm', 'Stays calm and controls own emotion', 'todak-james'),
    ('honesty', 'Forthright on facts, the system and own authority', 'todak-james'),
    ('shoes', 'Puts self in the person''s place', 'todak-james'),
    ('compromise', 'Uses discretion where possible', 'todak-james'),
    ('listen', 'Hears the person''s side', 'todak-james'),
    ('human', 'Treats the person as an equal', 'todak-james'),
    ('empower', 'Brings the person into decisions and better future choices', 'todak-james'),
    ('distance_cover', 'Uses distance and cover', 'added'),
    ('time_slow', 'Slows the pace', 'added'),
    ('reposition', 'Moves to a safer place', 'added'),
    ('backup_called', 'Calls for backup', 'added'),
    ('cit_called', 'Calls the crisis intervention team', 'added'),
    ('cmhp_on_scene', 'Mental health professional on scene', 'added'),
    ('one_voice', 'One officer speaks', 'added'),
    ('warning_given', 'Gives a warning', 'added'),
    ('disengage', 'Disengages', 'added'),
    ('referral_made', 'Makes a referral', 'added');

INSERT INTO state (code, name, kind, region) VALUES
    ('AK', 'Alaska', 'state', 'west'),
    ('AL', 'Alabama', 'state', 'south'),
    ('AR', 'Arkansas', 'state', 'south'),
    ('AS', 'American Samoa', 'territory', 'territories'),
    ('AZ', 'Arizona', 'state', 'west'),
    ('CA', 'California', 'state', 'west'),
    ('CO', 'Colorado', 'state', 'west'),
    ('CT', 'Connecticut', 'state', 'northeast'),
    ('DC', 'District of Columbia', 'district', 'south'),
    ('DE', 'Delaware', 'state', 'south'),
    ('FL', 'Florida', 'state', 'south'),
    ('GA', 'Georgia', 'state', 'south'),
    ('GU', 'Guam', 'territory', 'territories'),
    ('HI', 'Hawaii', 'state', 'west'),
    ('IA', 'Iowa', 'state', 'midwest'),
    ('ID', 'Idaho', 'state', 'west'),
    ('IL', 'Illinois', 'state', 'midwest'),
    ('IN', 'Indiana', 'state', 'midwest'),
    ('KS', 'Kansas', 'state', 'midwest'),
    ('KY', 'Kentucky', 'state', 'south'),
    ('LA', 'Louisiana', 'state', 'south'),
    ('MA', 'Massachusetts', 'state', 'northeast'),
    ('MD', 'Maryland', 'state', 'south'),
    ('ME', 'Maine', 'state', 'northeast'),
    ('MI', 'Michigan', 'state', 'midwest'),
    ('MN', 'Minnesota', 'state', 'midwest'),
    ('MO', 'Missouri', 'state', 'midwest'),
    ('MP', 'Northern Mariana Islands', 'territory', 'territories'),
    ('MS', 'Mississippi', 'state', 'south'),
    ('MT', 'Montana', 'state', 'west'),
    ('NC', 'North Carolina', 'state', 'south'),
    ('ND', 'North Dakota', 'state', 'midwest'),
    ('NE', 'Nebraska', 'state', 'midwest'),
    ('NH', 'New Hampshire', 'state', 'northeast'),
    ('NJ', 'New Jersey', 'state', 'northeast'),
    ('NM', 'New Mexico', 'state', 'west'),
    ('NV', 'Nevada', 'state', 'west'),
    ('NY', 'New York', 'state', 'northeast'),
    ('OH', 'Ohio', 'state', 'midwest'),
    ('OK', 'Oklahoma', 'state', 'south'),
    ('OR', 'Oregon', 'state', 'west'),
    ('PA', 'Pennsylvania', 'state', 'northeast'),
    ('PR', 'Puerto Rico', 'territory', 'territories'),
    ('RI', 'Rhode Island', 'state', 'northeast'),
    ('SC', 'South Carolina', 'state', 'south'),
    ('SD', 'South Dakota', 'state', 'midwest'),
    ('TN', 'Tennessee', 'state', 'south'),
    ('TX', 'Texas', 'state', 'south'),
    ('UT', 'Utah', 'state', 'west'),
    ('VA', 'Virginia', 'state', 'south'),
    ('VI', 'U.S. Virgin Islands', 'territory', 'territories'),
    ('VT', 'Vermont', 'state', 'northeast'),
    ('WA', 'Washington', 'state', 'west'),
    ('WI', 'Wisconsin', 'state', 'midwest'),
    ('WV', 'West Virginia', 'state', 'south'),
    ('WY', 'Wyoming', 'state', 'west');

INSERT INTO agency (agency_id, agency_uuid, name, kind, time_zone, identity_mode, created_at) VALUES
    (0, '00000000-0000-0000-0000-000000000000', 'This installation', 'installation', 'UTC', 'none', '2022-12-27T00:00:00.000000Z');
