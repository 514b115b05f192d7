(* The value theory of specs/theory once more, for Coq 8.16 and its standard library: lists of numbers, vectors and matrices over any type with
   operations that nothing is assumed of. An entry outside a list is a fixed default. Indices are natural numbers. *)
Require Import List Arith Lia Bool.
Import ListNotations.
Set Implicit Arguments.

(* A list by its length and its entries. *)
Definition tab {A : Type} (n : nat) (f : nat -> A) : list A := map f (seq 0 n).

Lemma len_tab {A} n (f : nat -> A) : length (tab n f) = n.
Proof. unfold tab. rewrite map_length, seq_length. reflexivity. Qed.

Lemma nth_tab {A} n (f : nat -> A) i d : nth i (tab n f) d = if i <? n then f i else d.
Proof.
  destruct (Nat.ltb_spec i n).
  - unfold tab. rewrite nth_indep with (d' := f 0); [| rewrite map_length, seq_length; lia].
    rewrite map_nth, seq_nth; [reflexivity | lia].
  - apply nth_overflow. rewrite len_tab. lia.
Qed.

Lemma list_ext {A} (d : A) (u v : list A) :
  length u = length v -> (forall i, i < length u -> nth i u d = nth i v d) -> u = v.
Proof. intros. apply nth_ext with d d; auto. Qed.

Section Model.
Variables Q Act : Type.
Variable qZero : Q.
Variables qAdd qMul : Q -> Q -> Q.
Variable qNeg : Q -> Q.
Variable qRatio : nat -> nat -> Q.
Variable sigma : Act -> Q -> Q.            (* value of an activation at a number *)
Variable slope : Act -> Q -> Q -> Q.       (* its derivative, with kappa for that at a kink *)

Definition Vec := list Q.
Definition Mat := list Vec.
Definition Stack := list Mat.
Definition Funs := nat -> Act.             (* the activation of hidden layer 0, 1, ... *)
Definition Loss := Vec -> Vec -> Vec.      (* dl/df at an output and a target *)

Definition len (v : Vec) : nat := length v.
Definition rows (M : Mat) : nat := length M.
Definition depth (S : Stack) : nat := length S.
Definition at_ (v : Vec) (i : nat) : Q := nth i v qZero.
Definition row (M : Mat) (i : nat) : Vec := nth i M [].
Definition layer (S : Stack) (i : nat) : Mat := nth i S [].

Fixpoint dotp (u v : Vec) (n : nat) : Q :=
  match n with 0 => qZero | S m => qAdd (dotp u v m) (qMul (at_ u m) (at_ v m)) end.
Definition plusScaled (u : Vec) (c : Q) (v : Vec) : Vec := tab (len u) (fun i => qAdd (at_ u i) (qMul c (at_ v i))).
Definition scaled (c : Q) (v : Vec) : Vec := tab (len v) (fun i => qMul c (at_ v i)).
Definition hadamard (u v : Vec) : Vec := tab (len u) (fun i => qMul (at_ u i) (at_ v i)).
Definition zeroVec (n : nat) : Vec := tab n (fun _ => qZero).
Definition activated (f : Act) (v : Vec) : Vec := tab (len v) (fun i => sigma f (at_ v i)).
Definition slopes (f : Act) (kappa : Q) (v : Vec) : Vec := tab (len v) (fun i => slope f kappa (at_ v i)).

Definition column (M : Mat) (k : nat) : Vec := tab (rows M) (fun i => at_ (row M i) k).
Definition transpose (M : Mat) (n : nat) : Mat := tab n (column M).
Definition affine (M : Mat) (b x : Vec) : Vec :=
  tab (rows M) (fun i => if len b =? 0 then dotp (row M i) x (len x) else qAdd (dotp (row M i) x (len x)) (at_ b i)).
Definition outer (u v : Vec) : Mat := tab (len u) (fun i => scaled (at_ u i) v).
Definition mPlusScaled (M : Mat) (c : Q) (N : Mat) : Mat := tab (rows M) (fun i => plusScaled (row M i) c (row N i)).
Definition mZeros (M : Mat) : Mat := tab (rows M) (fun i => zeroVec (len (row M i))).
Definition sPlusScaled (S : Stack) (c : Q) (T : Stack) : Stack := tab (depth S) (fun i => mPlusScaled (layer S i) c (layer T i)).
Definition sZeros (S : Stack) : Stack := tab (depth S) (fun i => mZeros (layer S i)).

(* the forward pass *)
Fixpoint input (W : Stack) (B : Mat) (F : Funs) (x : Vec) (l : nat) : Vec :=
  match l with 0 => x | S k => activated (F k) (affine (layer W k) (row B k) (input W B F x k)) end.
Definition pre W B F x l : Vec := affine (layer W l) (row B l) (input W B F x l).
Definition zs W B F x : Mat := tab (depth W) (pre W B F x).

(* the backward pass, for pre-activations z and g = dl/df *)
Fixpoint back (W : Stack) (F : Funs) (kappa : Q) (z : Mat) (g : Vec) (n l : nat) : Vec :=
  match n with
  | 0 => g
  | S m => hadamard (affine (transpose (layer W (l + 1)) (len (row z l))) [] (back W F kappa z g m (l + 1))) (slopes (F l) kappa (row z l))
  end.
Definition delta W F kappa z g l : Vec := back W F kappa z g (depth W - 1 - l) l.
Definition ds W F kappa z g : Mat := tab (depth W) (delta W F kappa z g).

(* gradients *)
Definition layerIn (F : Funs) (x : Vec) (z : Mat) (l : nat) : Vec :=
  match l with 0 => x | S k => activated (F k) (row z k) end.
Definition outers (D : Mat) F x z : Stack := tab (rows D) (fun l => outer (row D l) (layerIn F x z l)).
Definition biasGrad (b d : Vec) : Vec := if len b =? 0 then b else d.
Definition biasGrads (B D : Mat) : Mat := tab (rows D) (fun l => biasGrad (row B l) (row D l)).
Definition wGrad W F kappa x z g : Stack := outers (ds W F kappa z g) F x z.
Definition bGrad W (B : Mat) F kappa z g : Mat := biasGrads B (ds W F kappa z g).
Definition lossGrad W B F (loss : Loss) x y : Vec := loss (pre W B F x (depth W - 1)) y.
Definition sampleW W B F kappa loss x y : Stack := wGrad W F kappa x (zs W B F x) (lossGrad W B F loss x y).
Definition sampleB W B F kappa loss x y : Mat := bGrad W B F kappa (zs W B F x) (lossGrad W B F loss x y).
Fixpoint sumW W B F kappa loss (X Y : Mat) (c : Q) (n : nat) : Stack :=
  match n with 0 => sZeros W | S m => sPlusScaled (sumW W B F kappa loss X Y c m) c (sampleW W B F kappa loss (row X m) (row Y m)) end.
Fixpoint sumB W B F kappa loss (X Y : Mat) (c : Q) (n : nat) : Mat :=
  match n with 0 => mZeros B | S m => mPlusScaled (sumB W B F kappa loss X Y c m) c (sampleB W B F kappa loss (row X m) (row Y m)) end.
Definition batchW W B F kappa loss X Y : Stack := sumW W B F kappa loss X Y (qRatio 1 (rows X)) (rows X).
Definition batchB W B F kappa loss X Y : Mat := sumB W B F kappa loss X Y (qRatio 1 (rows X)) (rows X).

(* descent *)
Record Sta := sta { stW : Stack; stB : Mat; stVW : Stack; stVB : Mat }.
Definition updated (t : Sta) (GW : Stack) (GB : Mat) (rate momentum decay : Q) : Sta :=
  let VW := sPlusScaled (sPlusScaled GW decay (stW t)) momentum (stVW t) in
  let VB := mPlusScaled GB momentum (stVB t) in
  sta (sPlusScaled (stW t) (qNeg rate) VW) (mPlusScaled (stB t) (qNeg rate) VB) VW VB.
Definition stepped t F kappa loss X Y rate momentum decay : Sta :=
  updated t (batchW (stW t) (stB t) F kappa loss X Y) (batchB (stW t) (stB t) F kappa loss X Y) rate momentum decay.
Fixpoint trained t F kappa loss (XX YY : Stack) (rates : Vec) momentum decay (n : nat) : Sta :=
  match n with
  | 0 => t
  | S m => stepped (trained t F kappa loss XX YY rates momentum decay m) F kappa loss (layer XX m) (layer YY m) (at_ rates m) momentum decay
  end.

(* shapes *)
Definition hasColumns (M : Mat) (n : nat) : Prop := forall k, k < rows M -> len (row M k) = n.
Definition width (W : Stack) (n : nat) (l : nat) : nat := match l with 0 => n | S k => rows (layer W k) end.
Definition biasFits (b : Vec) (n : nat) : Prop := len b = 0 \/ len b = n.
(* the layers fit together, and to n inputs *)
Definition network (W : Stack) (B : Mat) (n : nat) : Prop :=
  depth W >= 1 /\ rows B = depth W /\
  forall k, k < depth W -> hasColumns (layer W k) (width W n k) /\ biasFits (row B k) (rows (layer W k)).
Definition sameShape (M N : Mat) : Prop := rows M = rows N /\ forall k, k < rows M -> len (row M k) = len (row N k).
Definition sameStackShape (S T : Stack) : Prop := depth S = depth T /\ forall k, k < depth S -> sameShape (layer S k) (layer T k).

(* ---- entries ---- *)
Ltac entry := unfold at_, row, layer, len, rows, depth; intros; rewrite ?nth_tab, ?len_tab; reflexivity.
Lemma at_plusScaled u c v i : at_ (plusScaled u c v) i = if i <? len u then qAdd (at_ u i) (qMul c (at_ v i)) else qZero.
Proof. unfold plusScaled. entry. Qed.
Lemma at_scaled c v i : at_ (scaled c v) i = if i <? len v then qMul c (at_ v i) else qZero.
Proof. unfold scaled. entry. Qed.
Lemma at_hadamard u v i : at_ (hadamard u v) i = if i <? len u then qMul (at_ u i) (at_ v i) else qZero.
Proof. unfold hadamard. entry. Qed.
Lemma at_zeroVec n i : at_ (zeroVec n) i = qZero.
Proof. unfold zeroVec, at_. rewrite nth_tab. destruct (i <? n); reflexivity. Qed.
Lemma at_activated f v i : at_ (activated f v) i = if i <? len v then sigma f (at_ v i) else qZero.
Proof. unfold activated. entry. Qed.
Lemma at_slopes f k v i : at_ (slopes f k v) i = if i <? len v then slope f k (at_ v i) else qZero.
Proof. unfold slopes. entry. Qed.
Lemma at_column M k i : at_ (column M k) i = if i <? rows M then at_ (row M i) k else qZero.
Proof. unfold column. entry. Qed.
Lemma row_transpose M n i : row (transpose M n) i = if i <? n then column M i else [].
Proof. unfold transpose. entry. Qed.
Lemma at_affine M b x i : at_ (affine M b x) i =
  if i <? rows M then (if len b =? 0 then dotp (row M i) x (len x) else qAdd (dotp (row M i) x (len x)) (at_ b i)) else qZero.
Proof. unfold affine. entry. Qed.
Lemma row_outer u v i : row (outer u v) i = if i <? len u then scaled (at_ u i) v else [].
Proof. unfold outer. entry. Qed.
Lemma row_mPlusScaled M c N i : row (mPlusScaled M c N) i = if i <? rows M then plusScaled (row M i) c (row N i) else [].
Proof. unfold mPlusScaled. entry. Qed.
Lemma row_mZeros M i : row (mZeros M) i = if i <? rows M then zeroVec (len (row M i)) else [].
Proof. unfold mZeros. entry. Qed.
Lemma layer_sPlusScaled S c T i : layer (sPlusScaled S c T) i = if i <? depth S then mPlusScaled (layer S i) c (layer T i) else [].
Proof. unfold sPlusScaled. entry. Qed.
Lemma layer_sZeros S i : layer (sZeros S) i = if i <? depth S then mZeros (layer S i) else [].
Proof. unfold sZeros. entry. Qed.
Lemma row_zs W B F x l : row (zs W B F x) l = if l <? depth W then pre W B F x l else [].
Proof. unfold zs. entry. Qed.
Lemma row_ds W F k z g l : row (ds W F k z g) l = if l <? depth W then delta W F k z g l else [].
Proof. unfold ds. entry. Qed.
Lemma layer_outers D F x z l : layer (outers D F x z) l = if l <? rows D then outer (row D l) (layerIn F x z l) else [].
Proof. unfold outers. entry. Qed.
Lemma row_biasGrads B D l : row (biasGrads B D) l = if l <? rows D then biasGrad (row B l) (row D l) else [].
Proof. unfold biasGrads. entry. Qed.

(* ---- lengths ---- *)
Lemma len_plusScaled u c v : len (plusScaled u c v) = len u. Proof. apply len_tab. Qed.
Lemma len_scaled c v : len (scaled c v) = len v. Proof. apply len_tab. Qed.
Lemma len_hadamard u v : len (hadamard u v) = len u. Proof. apply len_tab. Qed.
Lemma len_zeroVec n : len (zeroVec n) = n. Proof. apply len_tab. Qed.
Lemma len_activated f v : len (activated f v) = len v. Proof. apply len_tab. Qed.
Lemma len_slopes f k v : len (slopes f k v) = len v. Proof. apply len_tab. Qed.
Lemma len_column M k : len (column M k) = rows M. Proof. apply len_tab. Qed.
Lemma rows_transpose M n : rows (transpose M n) = n. Proof. apply len_tab. Qed.
Lemma len_affine M b x : len (affine M b x) = rows M. Proof. apply len_tab. Qed.
Lemma rows_outer u v : rows (outer u v) = len u. Proof. apply len_tab. Qed.
Lemma rows_mPlusScaled M c N : rows (mPlusScaled M c N) = rows M. Proof. apply len_tab. Qed.
Lemma rows_mZeros M : rows (mZeros M) = rows M. Proof. apply len_tab. Qed.
Lemma depth_sPlusScaled S c T : depth (sPlusScaled S c T) = depth S. Proof. apply len_tab. Qed.
Lemma depth_sZeros S : depth (sZeros S) = depth S. Proof. apply len_tab. Qed.
Lemma rows_zs W B F x : rows (zs W B F x) = depth W. Proof. apply len_tab. Qed.
Lemma rows_ds W F k z g : rows (ds W F k z g) = depth W. Proof. apply len_tab. Qed.
Lemma depth_outers D F x z : depth (outers D F x z) = rows D. Proof. apply len_tab. Qed.
Lemma rows_biasGrads B D : rows (biasGrads B D) = rows D. Proof. apply len_tab. Qed.
Lemma depth_wGrad W F k x z g : depth (wGrad W F k x z g) = depth W.
Proof. unfold wGrad. rewrite depth_outers. apply rows_ds. Qed.
Lemma depth_sumW W B F k loss X Y c n : depth (sumW W B F k loss X Y c n) = depth W.
Proof. induction n as [|n IH]; simpl; [apply depth_sZeros | rewrite depth_sPlusScaled; assumption]. Qed.

(* ---- outside ---- *)
Lemma at_outside v i : len v <= i -> at_ v i = qZero. Proof. apply nth_overflow. Qed.
Lemma row_outside M i : rows M <= i -> row M i = []. Proof. apply nth_overflow. Qed.
Lemma layer_outside S i : depth S <= i -> layer S i = []. Proof. apply nth_overflow. Qed.
Lemma at_nil i : at_ [] i = qZero. Proof. destruct i; reflexivity. Qed.
Lemma row_nil i : row [] i = []. Proof. destruct i; reflexivity. Qed.

(* ---- equal lists ---- *)
Lemma vec_ext u v : len u = len v -> (forall i, i < len u -> at_ u i = at_ v i) -> u = v. Proof. apply list_ext. Qed.
Lemma mat_ext M N : rows M = rows N -> (forall i, i < rows M -> row M i = row N i) -> M = N. Proof. apply list_ext. Qed.
Lemma stack_ext S T : depth S = depth T -> (forall i, i < depth S -> layer S i = layer T i) -> S = T. Proof. apply list_ext. Qed.

(* ---- the recursion of the deltas, as in specs/theory ---- *)
Lemma delta_last W F k z g l : depth W - 1 <= l -> delta W F k z g l = g.
Proof. intros. unfold delta. replace (depth W - 1 - l) with 0 by lia. reflexivity. Qed.
Lemma delta_hidden W F k z g l : l < depth W - 1 -> delta W F k z g l =
  hadamard (affine (transpose (layer W (l + 1)) (len (row z l))) [] (delta W F k z g (l + 1))) (slopes (F l) k (row z l)).
Proof.
  intros. unfold delta. replace (depth W - 1 - l) with (S (depth W - 1 - (l + 1))) by lia. reflexivity.
Qed.
Lemma len_delta_hidden W F k z g l : l < depth W - 1 -> len (delta W F k z g l) = len (row z l).
Proof. intros. rewrite delta_hidden by assumption. rewrite len_hadamard, len_affine, rows_transpose. reflexivity. Qed.
Lemma at_delta_hidden W F k z g l i : l < depth W - 1 -> at_ (delta W F k z g l) i =
  if i <? len (row z l)
  then qMul (dotp (column (layer W (l + 1)) i) (delta W F k z g (l + 1)) (len (delta W F k z g (l + 1)))) (slope (F l) k (at_ (row z l) i))
  else qZero.
Proof.
  intros. rewrite delta_hidden by assumption.
  rewrite at_hadamard, len_affine, rows_transpose, at_affine, rows_transpose, row_transpose, at_slopes.
  destruct (Nat.ltb_spec i (len (row z l))); reflexivity.
Qed.
Lemma len_input W B F x l : len (input W B F x l) = width W (len x) l.
Proof. destruct l; simpl; [reflexivity | rewrite len_activated, len_affine; reflexivity]. Qed.
Lemma len_pre W B F x l : len (pre W B F x l) = rows (layer W l). Proof. apply len_affine. Qed.
Lemma layerIn_zs W B F x l : l <= depth W -> layerIn F x (zs W B F x) l = input W B F x l.
Proof.
  destruct l as [|l]; intros; simpl; [reflexivity | rewrite row_zs].
  destruct (Nat.ltb_spec l (depth W)); [reflexivity | lia].
Qed.

Lemma dotp_ext u v u2 v2 n : (forall k, k < n -> at_ u k = at_ u2 k) -> (forall k, k < n -> at_ v k = at_ v2 k) -> dotp u v n = dotp u2 v2 n.
Proof.
  induction n as [|n IH]; intros Hu Hv; simpl; [reflexivity|].
  rewrite IH by (intros; auto). rewrite Hu, Hv by lia. reflexivity.
Qed.

Lemma layer_wGrad W F k x z g l : layer (wGrad W F k x z g) l = if l <? depth W then outer (delta W F k z g l) (layerIn F x z l) else [].
Proof. unfold wGrad. rewrite layer_outers, rows_ds, row_ds. destruct (l <? depth W); reflexivity. Qed.
Lemma row_bGrad W B F k z g l : row (bGrad W B F k z g) l = if l <? depth W then biasGrad (row B l) (delta W F k z g l) else [].
Proof. unfold bGrad. rewrite row_biasGrads, rows_ds, row_ds. destruct (l <? depth W); reflexivity. Qed.
End Model.

Arguments sta {Q}.

(* splits on every comparison in the goal, and drops the impossible cases *)
Ltac cases := repeat match goal with
  | |- context [?a <? ?b] => destruct (Nat.ltb_spec a b); try (exfalso; lia)
  | |- context [?a =? ?b] => destruct (Nat.eqb_spec a b); try (exfalso; lia)
  end; try reflexivity.
