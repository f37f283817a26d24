/* The shape of what Python and the scripts tell one another, said once; there is nothing to run here. */

/**
 * What a component of Streamlit is given at each run.
 * @template [D=any]
 * @typedef {object} Composant
 * @property {HTMLElement} parentElement
 * @property {D} data
 * @property {(nom: string, valeur: unknown) => void} setTriggerValue
 * @property {(nom: string, valeur: unknown) => void} setStateValue
 */

/**
 * One kind of marks (theme.py): filières, stades or « in a territory ».
 * @typedef {object} Famille
 * @property {string} libelle
 * @property {string} couleur
 * @property {string} forme
 * @property {string[]} [filieres]
 */

/**
 * A place that one press reaches (components/leaflet/lot.py); bounds are south-west and north-east, latitude first.
 * @typedef {object} Vue
 * @property {string} nom
 * @property {[[number, number], [number, number]]} bornes
 * @property {string} [region]
 */

/**
 * A layer that a reader may switch on (`declarees` of components/leaflet/couches.py).
 * @typedef {object} CoucheDeclaree
 * @property {string} mot
 * @property {"projets" | "bords" | "traits" | "surfaces" | "noms" | "marques" | "plan"} peinture
 * @property {string} [fichier] what is fetched at the first press
 * @property {any} [style] Leaflet's options of its lines, or of its marks
 * @property {number} [signe] pixels of its sign in the legend
 * @property {string} [legende]
 * @property {string} [bulle] what is said under the name of a mark
 * @property {string} [mention]
 */

/**
 * What is the same for every map (`configuration` of components/leaflet/lot.py).
 * @typedef {object} Config
 * @property {Record<string, string>} couches file -> address
 * @property {CoucheDeclaree[]} declarees in the order of the legend
 * @property {Record<string, string>} fins région -> address of its finer outlines
 * @property {Record<string, string>} communes département -> address of the outlines of its communes
 * @property {number} seuil_fin
 * @property {{min: number, max: number}} zoom
 * @property {Record<string, string>} style colours
 * @property {string} feuille
 * @property {Famille[]} familles
 * @property {Famille[]} stades
 * @property {Famille[]} labels
 * @property {number} laureat
 * @property {Vue[]} vues
 * @property {string} mention
 * @property {string} sans_reseau
 * @property {string} couche_absente
 * @property {string} erreur
 */

/**
 * @typedef {object} LigneDeLegende
 * @property {string} texte
 * @property {string} [couleur]
 * @property {number} [rayon]
 * @property {boolean} [lacune]
 * @property {boolean} [hachure]
 * @property {number} [effectif]
 */

/**
 * @typedef {object} LegendeDuMessage
 * @property {string} titre
 * @property {string} precision
 * @property {LigneDeLegende[]} lignes
 * @property {LigneDeLegende[]} [absents]
 * @property {string} [methode]
 * @property {string} [explication]
 * @property {string} [palette]
 * @property {string} [autres_contours]
 */

/**
 * Territories without heir in the millésime shown: `objet` is an object of the layer.
 * @typedef {{objet: string, ids: string[], couleur: string, texte: string}} Absence
 */

/**
 * How an indicator colours the map (components/carte/coloriage.py, components/carte/changements.py).
 * @typedef {object} Couleur
 * @property {string} [classes] one digit a TI in the order of the ids, 0 for « non renseigné »
 * @property {(number | null)[]} [rayons] pixels, in the same order
 * @property {string} valeurs figures between « | », in the same order
 * @property {string} unite
 * @property {Record<string, string>} [raisons] id of a TI without a figure → why there is none
 * @property {string} [singulier] its singular, when a figure may need it: such a figure ends in it
 * @property {LegendeDuMessage} legende
 * @property {string[]} [traits] outlines drawn above
 * @property {Absence[]} [absents]
 */

/**
 * The commune by which the reader came.
 * @typedef {{code: string, nom: string}} CommuneDite
 */

/**
 * What the map must show (`message` of components/carte/carte.py).
 * @typedef {object} Etat
 * @property {string} titre
 * @property {number} millesime
 * @property {string | null} choisi
 * @property {string[]} couches
 * @property {string | null} visibles bits of the visible projects
 * @property {Couleur | null} couleur
 * @property {string[]} groupements
 * @property {CommuneDite} [commune] outlined above everything
 * @property {[[number, number], [number, number]]} [cadre] south-west and north-east of what is framed, latitude first
 * @property {string | null} zone what to frame, « region-53+departement-44+ti-5304 » or « projets-… », then how many times it was asked
 * @property {"filiere" | "stade" | "label"} symbole
 * @property {string | null} dedans bits of the projects that are in a territory
 * @property {string} stades
 * @property {string[]} ajouts addresses of more projects
 * @property {boolean} selection
 * @property {string} [miens] bits of the reader's own projects, none without a list
 * @property {Record<string, string>} tuiles layer -> address of its tiles
 */

/**
 * The projects as the map reads them (`projets` of data/couches/contenus.py).
 * @typedef {object} ColonnesDeProjets
 * @property {string[]} id
 * @property {(number | null)[]} lon differences, in `unite` degrees
 * @property {(number | null)[]} lat
 * @property {number} unite
 * @property {(string | null)[]} entreprise
 * @property {(string | null)[]} commune
 * @property {string[]} filieres
 * @property {(number | null)[]} filiere rank among `filieres`
 * @property {(number | null)[]} [stade]
 */

/**
 * @typedef {object} Projet
 * @property {string} id
 * @property {[number, number] | null} place latitude, longitude
 * @property {string | null} entreprise
 * @property {string | null} commune
 * @property {string | undefined} filiere undefined where the source does not say
 * @property {number | null} stade
 */

/**
 * One column of a file of the table (data/couches/colonnes.py); `sorte` is texte, rang, nombre, mois or date.
 * @typedef {object} ColonneLue
 * @property {string} nom
 * @property {string} libelle
 * @property {string} sorte
 * @property {any[]} valeurs
 * @property {string[]} [noms] `valeurs` are ranks in this list
 * @property {boolean} [ordre] the order of `noms` is that of the column
 * @property {boolean} [differences] `valeurs` add up
 * @property {number} [unite]
 */

/**
 * @typedef {{n: number, colonnes: ColonneLue[]}} FichierDeTable
 */

/**
 * Words of the address -> values (pages/projets/filtres.py).
 * @typedef {Record<string, string[]>} Mots
 */

/**
 * @typedef {{libelle: string, valeurs: string[], libelles?: string[]}} Facette
 */

/**
 * What the filters show (`EtatFiltres` of pages/projets/filtres.py).
 * @typedef {object} DonneesDeFiltres
 * @property {number} rang
 * @property {Mots} etat
 * @property {Record<string, string>} comptes
 * @property {[string, string, string][]} puces word, value, text
 * @property {string} vocabulaire
 * @property {Record<string, [string, string][]>} ajouts
 */

/**
 * @typedef {{facettes: Record<string, Facette>, mois: string[]}} Vocabulaire
 */

/**
 * What the table shows (`EtatTable` of pages/projets/table.py).
 * @typedef {object} DonneesDeTable
 * @property {string[]} adresses
 * @property {string | null} visibles
 * @property {string} tri
 * @property {string[]} colonnes
 * @property {string} titre
 * @property {Record<string, string>} marques
 * @property {string} coches ticked rows (static/atlas/projets/table/coches.js)
 * @property {number} rang rank of the tick that it answers
 * @property {boolean} seules whether they alone are shown
 */

/**
 * An answer; `titre` is the heading that begins at it, empty where the headings end.
 * @typedef {object} Reponse
 * @property {string} sorte
 * @property {string} cle
 * @property {number} millesime
 * @property {string} libelle
 * @property {string} precision
 * @property {string} nature
 * @property {string} [titre]
 */

/**
 * What the field shows; `total` answers of which the unfolded list holds `depliees`, when not all are there.
 * @typedef {object} DonneesDeRecherche
 * @property {number} rang
 * @property {string} phrase
 * @property {Reponse[]} lignes
 * @property {string} [page]
 * @property {number} [total]
 * @property {number} [depliees]
 */

/**
 * @typedef {{valeur: string, libelle: string, precision: string, sorte: string, formule: string}} Figure
 */

/**
 * @typedef {{nom: string, valeur: number, precision: string, reste: boolean}} Barre
 */

/**
 * @typedef {{titre: string, barres: Barre[], sens: "noms" | "temps"}} Graphique
 */

/**
 * One view of a séance (`projetee` of pages/seance/vues.py).
 * @typedef {object} Projetee
 * @property {string} mot
 * @property {string} titre
 * @property {string} sous_titre
 * @property {Figure[]} figures
 * @property {Etat | null} carte
 * @property {{signe: string, texte: string}[]} legende
 * @property {Graphique | null} graphique
 * @property {string} note
 * @property {string} sources
 */

/**
 * @typedef {object} DonneesDeSeance
 * @property {string} nom
 * @property {number} n
 * @property {string} fond
 * @property {Projetee[]} vues
 * @property {string[]} prechargements
 * @property {string[]} avis
 */

/**
 * A view that a séance holds for a question from the room, with the other names that lead to it.
 * @typedef {Projetee & {annee: number, aussi: string[]}} Tenue
 */

/**
 * What a séance holds (pages/seance/reserve.py): views, ids and names of the other territories, what is said of them.
 * @typedef {{vues: Tenue[], ailleurs: [string, string][], absent: string}} Reserve
 */

/**
 * @typedef {{mot: string, titre: string, forme: string}} Intitule
 */

/**
 * A cell of a reader's list; `champ` is what it is read as, `motif` what is wrong with it.
 * @typedef {{colonne: string, champ: string, valeur: string, motif: string}} CelluleACorriger
 */

/**
 * A row of it (`LigneACorriger` of data/liste/corrections.py).
 * @typedef {{rang: number, ligne: number, nom: string, motifs: string[], cellules: CelluleACorriger[]}} LigneACorriger
 */

/**
 * @typedef {{titre: string, dit: string, lignes: LigneACorriger[]}} DonneesDeCorrections
 */

/**
 * What the server asks of the reader's own browser (`Geste` of components/coffre).
 * @typedef {object} GesteDuCoffre
 * @property {number} rang
 * @property {"lire" | "ecrire" | "effacer" | "lister"} quoi
 * @property {string} nom
 * @property {string} contenu
 * @property {boolean} discret nothing found, or a failure, is not told
 */

/**
 * @typedef {{gestes: GesteDuCoffre[]}} DonneesDuCoffre
 */

/**
 * @typedef {object} ReponseDuCoffre
 * @property {number} rang
 * @property {string} quoi
 * @property {string} nom
 * @property {string} contenu what was read; empty for nothing
 * @property {string} date ISO instant of its keeping
 * @property {{nom: string, date: string, taille: number}[]} gardes
 * @property {string} faute French sentence
 */

/**
 * @typedef {{vues: Intitule[], fichier: {nom: string, texte: string}}} DonneesDePreparation
 */

/**
 * What may be taken back (components/annulation/annulation.py); `presents` is the state of each kind, as an address.
 * @typedef {{rang: number, phrase: string, bouton: string, presents: Record<string, string>}} DonneesDAnnulation
 */

export {};
